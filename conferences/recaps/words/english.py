"""The signal words of English."""

from .table import Words

ENGLISH = Words(
    talk=r"talks?|sessions?|keynotes?|presentations?|workshops?|tutorials?|panels?|demos?"
    r"|lectures?|hands-on labs?|chats?(?! with)|speech|plenary|trainings?|unsession"
    r"|q ?(?:&|and) ?a|fireside chat|opening|closing",
    presents=r"talked|talks about|spoke|speaks|presented|presents|presenting|gave|gives|delivered"
    r"|delivers|held|keynoted|lectured|took the stage|performed|was up|took over|kicked off"
    r"|opened the|closed the|opened up|talking|speaking|went on stage|started (?:off|by|with|out)"
    r"|was comparing|(?:told|made|walked|took|showed|introduced|reminded|assured|taught|gave) us"
    r"|was next|was first|was the (?:\w+ )?keynote|took (?:to )?the (?:stage|floor|podium)"
    r"|(?:started|opened|closed|began|ended) the (?:\w+ )?(?:day|morning|afternoon|conference|show)"
    r"|kicked (?:things|us|it|the \w+) off|brought the day|rounded (?:off|out)",
    tells=r"showed|shows|showcased|explained|explains|told|tells|discussed|discusses|demoe?d"
    r"|demonstrated|demonstrates|introduced|introduces|described|describes|walked|covered|covers"
    r"|shared|shares|sharing|outlined|argued|argues|reminded|taught|teaches|explored|explores"
    r"|announced|talk about|unveiled|tell|discuss|dived|dove|offered|reviewed|convinced|focus+ed"
    r"|focus+es|tackled|addressed|looked at|looks at|reported|shed (?:some )?light"
    r"|did a (?:\w+ )?job|delved|touched on|went (?:over|through|into)|gave an? \w+|highlighted"
    r"|compared|detailed|illustrated|summari[sz]ed|emphasi[sz]ed|stressed|pointed out|answered"
    r"|started by|began by|opened by|challenged|urged|revealed|examined|recounted|advocated"
    r"|live[ -]coded",
    acts=r"led|leads|hosted|did|made|provided|continued|went|jumped|came|started|had (?:some|a)"
    r"|immediately|began|looked|took",
    by=r"by|from|of|with|featuring|presenters?|speakers?",
    about=r"about|on|regarding|concerning|covering|around|into|where|how|how to|why|of|entitled",
    called=r"called|titled|entitled|named|labell?ed|topic was|session was|talk was",
    at=r"of|from|at",
    joins=r"and|&|plus|as well as|along with|together with",
    attended=r"attended|watched|saw|went to|sat in on|checked out|joined|caught|listened to"
    r"|listening to|visited|enjoyed|pivoted|headed|dropped into|attend|see|watch|check out|catch",
    missed=r"missed|miss|skipped|couldn.t attend|could not attend|didn.t attend|unable to attend"
    r"|did(?:n.t| not) (?:see|get to|make)|want to (?:watch|see)|wasn.t able|sad to|wish|wanted to"
    r"|will be giving|last year|replay of|tomorrow",
    not_chosen=r"instead of|rather than|in place of|in preference to",
    between=r"(?:toss[- ]?up|torn|cho(?:o?s(?:e|ing)|ice)|decid(?:e|ing)|clash|conflict"
    r"|hesitat\w+|split) between",
    former_latter=r"former latter",
    took_place=r"there (?:was|were)|it was time for|then came|next came|followed by"
    r"|(?:started|began|opened|kicked|ended|closed|finished|concluded|wrapped)(?: off| up)? with"
    r"|got to|made it to|went to|attended|saw|watched",
    went=r"was|were|is|started|starts|began|begins|kicked off|focus+ed|covered"
    r"|revolved|consisted|featured",
    day=r"day",
    numbers=r"one|two|three|four|five|six|seven",
    ordinals=r"first|second|third|fourth|fifth|sixth|seventh",
    times=r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|mornings?|afternoons?|evenings?|nights?"
    r"|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|(?:before|after|over) (?:lunch|dinner|the break)",
    no_talk=r"venue|organi[sz]ation|food|part(?:y|ies)|lunch|dinner|brunch|breakfast|breaks?"
    r"|coffee|summary|conclusions?|wrap(?:ping)?[ -]?up|that.s a wrap|closing thoughts"
    r"|final thoughts|thoughts|sponsors?|booths?|expo|travel|trip|hotel|mixers?|meet-?ups?"
    r"|networking event|hallway|reflect(?:ing|ions?)|retrospective|take-?aways|overall|introduction"
    r"|intro|overview|about the (?:conference|event)|the (?:conference|event|talks|people|place"
    r"|content)|talks and speakers|favou?rites?.*|highlights?|upcoming.*|next (?:year|steps)"
    r"|announcements?|surprises|disappointments|fun stuff|the crazy|feedback.*|swag|resources|links"
    r"|references|photos?|pictures|videos?|slides|committee.*|social event|after.?party|award.*"
    r"|ta da|some ideas|the good|the bad|getting there|arrival|registration|see you.*|talks"
    r"|sessions|keynotes and talks|agenda|schedule|what.s next|outro|end of the day.*|bonus"
    r"|p\.?s\.?|(?:not|no) talks?|(?:the |some |other |more )?news(?: from .*)?|lunch.*",
    missed_heading=r"(?:(?:the )?(?:talks?|sessions?|keynotes?|ones?|things?|what|those)"
    r"(?: that)? )?(?:(?:i|we) )?(?:missed|skipped|(?:did(?:n.t| not)|couldn.t|could not)"
    r" (?:see|attend|make|get to|catch)|(?:only|later) (?:watched|saw|caught)"
    r"|(?:want|hope) to watch)"
    r"(?: (?:it|them|this|at home|later|online|on (?:video|youtube)|to))*|to watch(?: later)?",
    grammar=r"beyond|instead|everybody|nobody|a|an|the|this|that|these|those|it|its|he|she|they"
    r"|we|i|you"
    r"|his|her|their|my|our|your|in|on|at|of|for|to|by|with|from|as|and|or|but|nor|so|if|then|than"
    r"|when|while|where|who|what|which|why|how|after|before|during|since|until|because|although"
    r"|though|however|also|next|later|first|second|third|last|finally|now|today|yesterday|tomorrow"
    r"|day|days|here|there|both|all|any|some|many|most|more|much|few|other|another|each|every|no"
    r"|not|only|just|even|still|again|too|very|really|quite|overall|best|great|good|new|big|hot"
    r"|open|is|are|was|were|be|been|has|have|had|do|does|did|can|could|will|would|should|may|might"
    r"|must|let|lets|get|make|made|using|use|used|building|build|built|creating|writing|running"
    r"|making|managing|understanding|working|moving|going|getting|introducing|thinking|scaling"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june"
    r"|july|august|september|october|november|december|professor|prof|dr|mr|mrs|ms|sir|one|two"
    r"|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirty|thanks|thank|hello|hi|hey|yes"
    r"|well|like|up|down|off|out|over|under|into|about|around|between|without|within|everything"
    r"|something|nothing|everyone|someone|people|user|users|customer|customers|world|check|come"
    r"|came|follow|find|visit|contact|see|look|read|watch|found|based|related|key|main|top|high|low"
    r"|long|hearing|seeing|watching|listening|meeting|attending",
    common=r"talk|talks|session|sessions|keynote|keynotes|presentation|workshop|tutorial|panel"
    r"|demo|conference|conf|summit|meetup|event|events|speaker|speakers|presenter|presenters|slides"
    r"|video|videos|notes|recap|review|summary|report|blog|post|posts|link|links|photo|image|source"
    r"|code|software|hardware|web|internet|online|cloud|data|server|client|service|services|system"
    r"|systems|platform|tool|tools|toolkit|library|framework|api|apis|app|apps|application"
    r"|applications|project|projects|program|programming|language|languages|design|development"
    r"|developer|developers|engineer|engineering|engine|team|teams|community|company|enterprise"
    r"|business|product|products|security|network|networks|networking|testing|test|tests"
    r"|performance|architecture|infrastructure|machine|learning|deep|artificial|intelligence"
    r"|science|research|technology|technologies|computer|computing|mobile|digital|storage|memory"
    r"|database|databases|content|trust|driven|functional|reactive|continuous|integration|delivery"
    r"|deployment|production|lightning|general|special|introduction|intro|guide|part|chapter"
    r"|version|release|beta|preview|update|updates|news|future|state|art|history|story|year|years"
    r"|week|month|morning|afternoon|evening|night|lunch|dinner|party|ceo|cto|cio|vp|founder"
    r"|co-founder|director|manager|lead|author|creator|maintainer|host|university|institute"
    r"|foundation|society|group|inc|ltd|llc|corp|gmbh|phd|labs|lab|studio|america|europe|american"
    r"|european|english|german|french|spanish|real|time|life|back|end|front|full|stack|things|thing"
    r"|way|ways|lessons|practices|short|room|track|center|centre|hotel|city|airport|restaurant|pub"
    r"|bar|museum|architect|president|officer|evangelist|advocate|consultant|analyst|principal"
    r"|chief|surprise|bonus",
    announces=r"(?<!\bas )announc(?:ed|es|ing)|(?:biggest|main|major|big|key|important|first|next"
    r"|last|another|huge) announcement (?:was|is|of the|came)|unveil(?:ed|s|ing)|debuted"
    r"|launch(?:ed|es)(?! into)|(?:was|were|been|being|just|newly|officially|recently|finally"
    r"|today) (?:released|launched|open[- ]?sourced|unveiled|made available|revealed|rebranded)"
    r"|(?:has|have) (?:just |now |recently |finally |also )?(?:released|open[- ]?sourced|shipped)"
    r"|releas(?:ed|es|ing) (?:a|an|the|their|its) (?:\w+ )?(?:new|first|next|beta|alpha|preview"
    r"|version|update)\b|releas(?:ed|es|ing) (?:version|(?:[A-Z][\w.+#]{0,30} ){1,3}v?)\d+|open[-"
    r" ]?sourc(?:ed|es|ing) (?:their|its|the|it|[A-Z]\w*)|(?:now|finally|generally|publicly"
    r"|officially|immediately) (?:generally |publicly )?available|general availability"
    r"|(?:reach\w*|hits?|goes|went|is|are|now) GA\b"
    r"|(?:is|are|has|have) (?:now|finally|officially) (?:(?:gone|become|been) )?"
    r"(?:out|here|live|stable|official|open[- ]?source|free|supported"
    r"|production[- ]ready|complete|moved)|\d(?:\.x)? (?:is|are|was) (?:here|out|released)|(?:is"
    r"|are|be|started|starts|begun|began) rolling (?:it )?out|now (?:fully )?supports?"
    r"|introduc(?:ed|es|ing) (?:a|an|the|their|its|our|some|several|two|three|many)(?: brand)?[-"
    r" ]new(?! (?:way|concept|idea|term|perspective|paradigm|approach|kind|problem|notion)s?\b)"
    r"|(?:new|significant|bigger) (?:features?|addition) (?:\w+ ){0,4}(?:is|are|will be|include)"
    r"|(?:was|were|being|been) (?:donated|contributed) to|joined the \w+ Foundation|(?:dates?"
    r"|venue|location|host) (?:for|of) (?:the )?next|(?:big|great|exciting|breaking) news (?:is"
    r"|was|from|for|of|about)|revealed (?:that|plans|(?:a|an|the|their|its) (?:new|next|first))"
    r"|made (?:its|their) debut|made public|(?:go|goes|going|went) (?:live|public|open[-"
    r" ]?source)|\bout (?:now|NOW)(?! (?:of|and|then))|(?:has|have|(?:they|s?he)['’](?:ve|s))"
    r" (?:\w+ly |just |now )?(?:published|released) (?:the|their|its|an?|his|her) (?:\w+"
    r" ){0,2}?(?:data|source|code|spec|tool|librar|corpus|librer)\w*|(?:hit|reached|turned)"
    r" (?:version )?\d+\.\d|(?:just|has|have) shipped|(?:available|released|launched) (?:today"
    r"|now|as of|starting|immediately)|new(?:est)? version of [\w. ]{2,30}? (?:is|has|comes"
    r"|brings|adds|was|with)|(?:was|were|been|has|have) acquired",
    comes=r"(?:will|(?:that|they|it)['’]ll) (?:\w+ly |soon |also |now |then |first )?(?:be"
    r" )?(?:released|launched|open[- ]?sourced?|shipped|deprecated|discontinued|retired|rolled"
    r" out|generally available|(?:available|ready|supported|added|included) (?:in|from|as|later"
    r"|soon|next|by|to|for)|part of the|held|hosted|back|published|take place|return"
    r"|come (?:to|in|with|out)|ship"
    r"|launch|land in|go live)|(?:^\w|[A-Z])[\w#+.]{0,30} v?\d+(?:\.\d+)* (?:will(?! not\b)|is"
    r" going to)|(?:is|are|was|were) (?:\w+ )?(?:planned|scheduled|slated|due (?:in|by|for"
    r"|out))\b(?! (?:talks?|to (?:be )?(?:talk|speak|start|give|present)))|(?:is|are) expected"
    r" (?:in|by|next|later|to (?:be released|ship|land))|coming (?:soon|(?:later|out|early|late)"
    r" (?:this|next)?|next (?:year|month|week|spring|summer)|in (?:version |release )?v?\d|to"
    r" (?:version |release )?\d)|(?<!not )(?:on|part of|in) (?:the|their|its) (?:\w+ )?road-?map"
    r"|road-?map (?:is|was|includes?|has|for)|(?:plans?|planning|intends?|intend|hopes?|promised"
    r"|promises) (?:to|on) (?:release|releasing|ship|shipping|launch|launching|support|supporting"
    r"|add|adding|open[- ]?source|introduce|publish|drop|deprecate|remove|replace|integrate|bring"
    r"|merge)|(?:for|in|with) (?:the|its|their) next (?:\w+ ){0,2}(?:version|release)"
    r"|the next (?:\w+"
    r" ){0,2}(?:version|release|edition)(?: of [\w. ]{2,30}?)? (?:will|is|brings)|next year.s"
    r" (?:\w+ ){1,4}(?:will|is going to|takes place|is in)|upcoming (?:[\w.]+ ){0,3}?(?:versions?"
    r"|releases?|API)|is launching|in the process of being|(?:time ?frame|release date) (?:is|was"
    r"|for)|(?:new|significant|next|big) addition to the \w+ will|(?:is|are) going to (?:be"
    r" )?(?:releas|ship|support|open[- ]sourc|launch|land|drop|deprecat|merg|replac)\w*|(?:there"
    r" are|has|have|had) plans (?:to|for)|(?:is|are) (?:\w+ )?(?:in|under) development|in the"
    r" works|(?:is|are) (?:\w+ )?working on (?:a new|an? \w+ version|support for|adding|bringing"
    r"|version|the next)|(?:is|are) coming (?:out|in|with|for|this|next|to [A-Z]\w*)|(?:beta|alpha"
    r"|preview|release|version|update) (?:is|are) coming|(?:^|[:–—-] )coming to (?:the )?[A-Z]\w*"
    r"|will be in (?:[A-Z]\w* )?v?\d+|another (?:one|edition|round) (?:in (?:\d+|[A-Z]\w*)|next"
    r" (?:year|month|spring|summer|autumn|fall))|\bnext (?!up\b|to\b|day\b|talk|session|speaker"
    r"|time\b)[\w.'’ -]{2,40}?(?::| =| is| will be| takes place)[^.;!?]{0,40}\b(?:19|20)\d\d\b"
    r"|[A-Z]\w+ (?:19|20)\d\d (?:=|(?:is|will be) in|(?:goes|moves) to) [A-Z]\w*|should (?:\w+"
    r" )?(?:be )?(?:released|ship|out|available)\b|next (?:year|edition|conference|event"
    r"|one)(?:.s)?(?: \w+){0,4}? (?:will be|is going to be|is|takes place|will take place|moves?)"
    r" (?:held |hosted |back )?(?:in|at|on)\b|sneak (?:peek|preview)s? (?:of|at|into)|(?:call for"
    r" (?:papers|proposals|speakers)|[Cc][Ff][Pp]|registration) (?:is|opens|will open) ?(?:now"
    r"|open|in|on)?|going to (?:get|add|support|release|open[- ]?source|ship|bring|include"
    r"|replace|launch)",
    arrives=r"lands?|ships|comes|coming|opens|opening|starts|starting|arrives|arriving|launches"
    r"|launching|going|drops|dropping|releasing|replaces|replacing|retires|retiring|should be|will",
    later=r"(?:(?:in|on|by|from|until|before|as of|starting|this|next|later|early|late|around"
    r"|sometime) (?:(?:the|early|late|mid|end|beginning|first|of|in|this|next|\d+(?:st|nd|rd|th)?)"
    r"[ -]){0,4})(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|spring|summer|autumn|fall|winter|Q[1-4]|Christmas|quarter|year|month)"
    r"|on the \d+(?:st|nd|rd|th)|in (?:(?:[A-Z]\w* )?v?\d+\.\d+|[A-Z]\w* v?\d+)"
    r"|in (?:a few|\d+|two|three|six) (?:weeks|months)|later this year",
    perhaps_news=r"has a new|(?:now|newly) (?:has|have|allows?|lets?|comes?|offers?|includes?"
    r"|ships?|runs?|uses?|works?|possible)|(?:has|have) now|ship(?:s|ped) with"
    r"|introduced \*{0,2}[A-Z]|also added|(?:is|are) (?:also |now )?available|(?:is|are) now on"
    r"|will be available|new in|has been (?:\w+ly )?(?:improved|rebranded|redesigned|rewritten"
    r"|renamed|deprecated|added)|(?:there is|there.s|we get|we got|you get) (?:now |also )?a new"
    r"|released",
    planned=r"will(?! not\b)|['’]ll|another (?:one|edition|round)|next [\w.'’ -]{2,30}[:=]|plans?"
    r" to|planned|planning|next (?:\w+ )?(?:year|version|release|month|week|edition)|upcoming"
    r"|road-?map|going to|in the future|coming|time ?frame|scheduled|slated|expected|later this"
    r" year|soon|in the process of|dates? (?:for|of)|promised|hopes? to|launching|in development"
    r"|in the works|working on|should",
    preview=r"(?<!out of )(?:in|into|enters?|as|an|a|the|its|first|public|private|open|closed"
    r"|limited|early|technical|developer|tech|\d) (?:beta|alpha|preview)|beta (?:version|release)s?"
    r"|early access|release candidate|(?:is|are|still|an?) experimental|has been running"
    r"|already (?:running|used|deployed|live)|sneak (?:peek|preview)s?",
    no_news=r"slides?|videos?|recordings?|photos?|pictures|tickets?|talks?|sessions?|proceedings"
    r"|lunch|dinner|breakfast|coffee|part(?:y|ies)|beers?|raffle|prizes?|posts?",
    we=r"i|we|you|i['’]m|we['’]re|i['’]ve|we['’]ve|who",
    are=r"is|are|was|were|will|would|should|be|been|has|have|had|all|also|now|already|soon|finally"
    r"|not|yet",
    formerly=r"when|before|since|after|until|once|if|whenever|originally|back in|last year"
    r"|years? ago|previously|not yet|never|not|wasn.t|isn.t|hasn.t|wish",
    news_list=r"news\b(?=.{0,40}:|$)|new in(?: version)? v?\d+|new in (?-i:[A-Z]\w*)"
    r"|announce(?:ments?|d)|what.s new"
    r"|new (?:features|products|services|releases|stuff|tools|additions|capabilities)"
    r"|released|launched|unveiled|(?:about|in|of) version \d+|release \d+|release highlights"
    r"|new things|highlights|product updates",
    preview_list=r"beta features|in beta|experimental features|tech(?:nical)? previews?|in preview"
    r"|early access",
    planned_list=r"upcoming (?:conferences|events|features|releases?|versions?)|road-?map"
    r"|in the pipeline|next features|what.s (?:next|coming)|coming (?:next|soon|up next)"
    r"|future (?:plans|work|features|versions?|releases?)|planned|plans for|will be (?:added"
    r"|released|part)|next (?:version|release)",
    other_list=r"talks|sessions|speakers|slides|videos|tips|lessons|questions|reasons|steps|points"
    r"|takeaways|advice|problems|challenges|examples?|rules|principles",
    news_heading=r"(?:(?:the|some|other|more|all|big|main|new|product|keynote|top) )*(?:news"
    r"|announcements?|releases|launches|new features)",
    news_talk=r"what.s new|what is new|new in|road-?map|state of the (?:union|project)"
    r"|announcements?|the latest in|news from",
    lightning=r"light(?:n)?ing|ignite talks?",
    keynote=r"keynote[ds]?|plenary|general session",
    workshop=r"workshop|training|hands-on",
    tutorial=r"tutorial",
    panel=r"panel|round ?table|q ?& ?a",
    demo=r"demos?",
    social=r"dinner|lunch|brunch|breakfast|party|mixer|committee|meet-?up|breaks?|social|sponsors?"
    r"|booths?|expo|hallway|hotel|venue|food|travel|upcoming|summary|conclusions?|reflecti(?:ng"
    r"|ons?)",
    telltale=r"the|and|was|with|that|for|this|of",
    closing=r"all in all|in (?:summary|conclusion|closing)|to (?:sum up|conclude|wrap up|close)"
    r"|thanks to|thank you|many thanks|(?:finally, )?the organi[sz]ers",
    months=r"january jan|february feb|march mar|april apr|may|june jun|july jul|august aug"
    r"|september sept sep|october oct|november nov|december dec",
    news_stems=r"annou|unvei|debut|launc|relea|open-|opens|sourc|avail|gener|ga|shipp|ship|ships"
    r"|live|stabl|offic|free|suppo|produ|compl|moved|out|here|rolli|intro|featu|addit|donat|contr"
    r"|joine|dates|date|venue|locat|host|news|revea|publi|hit|reach|turne|newes|versi|will|plann"
    r"|sched|slate|due|lands|land"
    r"|sprin|summe|autum|fall|winte|q1|q2|q3|q4|chris|quart|expec|comin|road-|road|roadm|plans"
    r"|plan|inten|hopes|hope|promi|next|upcom"
    r"|proce|time|timef|going|devel|works|worki|shoul|sneak|cfp|call|regis|now|newly|new|added"
    r"|impro|rebra|redes|rewri|renam|depre|acqui|anoth|=",
)
