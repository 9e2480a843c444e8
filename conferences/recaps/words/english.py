"""The signal words of English."""

from .table import Words

ENGLISH = Words(
    talk=r"talks?|sessions?|keynotes?|presentations?|workshops?|tutorials?|panels?|demos?"
    r"|lectures?|chats?(?! with)|speech|plenary|trainings?|unsession|q ?(?:&|and) ?a|fireside chat"
    r"|opening|closing",
    presents=r"talked|talks about|spoke|speaks|presented|presents|presenting|gave|gives|delivered"
    r"|delivers|held|keynoted|lectured|took the stage|performed|was up|took over"
    r"|kicked off|opened the|closed the|opened up|talking|speaking|went on stage"
    r"|started (?:off|by|with|out)|was comparing|(?:told|made|walked|took|showed|introduced"
    r"|reminded|assured|taught|gave) us|was next|was first|was the (?:\w+ )?keynote",
    tells=r"showed|shows|showcased|explained|explains|told|tells|discussed|discusses"
    r"|demoe?d|demonstrated|demonstrates|introduced|introduces|described|describes|walked|covered"
    r"|covers|shared|shares|sharing|outlined|argued|reminded|taught|led|leads|hosted|did|made"
    r"|provided|continued|went|jumped|came|started|explored|announced|talk about|unveiled"
    r"|tell|discuss|dived|had (?:some|a)|immediately|offered|reviewed|convinced|focused",
    by=r"by|from|of|with|featuring|presenters?|speakers?",
    about=r"about|on|regarding|concerning|covering|around|into|where|how|how to|why|of|entitled",
    called=r"called|titled|entitled|named|labell?ed|topic was|session was|talk was",
    joins=r"and|&|plus|as well as|along with|together with",
    attended=r"attended|watched|saw|went to|sat in on|checked out|joined|caught|listened to"
    r"|listening to|visited|enjoyed|pivoted|headed|dropped into|attend|see|watch|check out|catch",
    missed=r"missed|miss|skipped|couldn.t attend|could not attend|didn.t attend|unable to attend"
    r"|didn.t (?:see|get to|make)|wasn.t able|sad to|wish|wanted to|will be giving|last year"
    r"|replay of|tomorrow",
    day=r"day",
    ordinals="first|second|third|fourth|fifth|sixth|seventh",
    no_talk=r"venue|organi[sz]ation|food|part(?:y|ies)|lunch|dinner|brunch|breakfast|breaks?|coffee"
    r"|summary|conclusions?|wrap(?:ping)?[ -]?up|that.s a wrap|closing thoughts|final thoughts"
    r"|thoughts|sponsors?|booths?|expo|travel|trip|hotel|mixers?|meet-?ups?|networking event"
    r"|hallway|reflect(?:ing|ions?)|retrospective|take-?aways|overall|introduction|intro"
    r"|overview|about the (?:conference|event)|the (?:conference|event|talks|people|place|content)"
    r"|talks and speakers|favou?rites?.*|highlights?|upcoming.*|next (?:year|steps)|announcements?"
    r"|surprises|disappointments|fun stuff|the crazy|feedback.*|swag|resources|links|references"
    r"|photos?|pictures|videos?|slides|committee.*|social event|after.?party|award.*|ta da"
    r"|some ideas|the good|the bad|getting there|arrival|registration|see you.*|talks|sessions"
    r"|keynotes and talks|agenda|schedule|what.s next|outro|end of the day.*|bonus|p\.?s\.?",
    grammar=r"beyond|everybody|nobody|a|an|the|this|that|these|those|it|its|he|she|they|we|i|you|his|her|their|my|our|your"
    r"|in|on|at|of|for|to|by|with|from|as|and|or|but|nor|so|if|then|than|when|while|where|who"
    r"|what|which|why|how|after|before|during|since|until|because|although|though|however|also"
    r"|next|later|first|second|third|last|finally|now|today|yesterday|tomorrow|day|days|here"
    r"|there|both|all|any|some|many|most|more|much|few|other|another|each|every|no|not|only"
    r"|just|even|still|again|too|very|really|quite|overall|best|great|good|new|big|hot|open"
    r""
    r"|is|are|was|were|be|been|has|have|had|do|does|did|can|could|will|would|should|may|might"
    r"|must|let|lets|get|make|made|using|use|used|building|build|built|creating|writing|running"
    r"|making|managing|understanding|working|moving|going|getting|introducing|thinking|scaling"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april"
    r"|june|july|august|september|october|november|december|professor|prof|dr|mr|mrs|ms|sir"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirty|thanks|thank|hello"
    r"|hi|hey|yes|well|like|up|down|off|out|over|under|into|about|around|between|without|within"
    r"|everything|something|nothing|everyone|someone|people|user|users|customer|customers|world"
    r"|check|come|came|came|see|look|read|watch|found|based|related|key|main|top|high|low|long",
    common=r"talk|talks|session|sessions|keynote|keynotes|presentation|workshop|tutorial|panel|demo"
    r"|conference|conf|summit|meetup|event|events|speaker|speakers|presenter|presenters|slides|video"
    r"|videos|notes|recap|review|summary|report|blog|post|posts|link|links|photo|image"
    r"|source|code|software|hardware|web|internet|online|cloud|data|server|client|service"
    r"|services|system|systems|platform|tool|tools|toolkit|library|framework|api|apis|app|apps"
    r"|application|applications|project|projects|program|programming|language|languages|design"
    r"|development|developer|developers|engineer|engineering|engine|team|teams|community|company"
    r"|enterprise|business|product|products|security|network|networks|networking|testing|test"
    r"|tests|performance|architecture|infrastructure|machine|learning|deep|artificial"
    r"|intelligence|science|research|technology|technologies|computer|computing|mobile|digital"
    r"|storage|memory|database|databases|content|trust|driven|functional|reactive|continuous"
    r"|integration|delivery|deployment|production|lightning|general|special|introduction|intro"
    r"|guide|part|chapter|version|release|beta|preview|update|updates|news|future|state|art"
    r"|history|story|year|years|week|month|morning|afternoon|evening|night|lunch|dinner|party"
    r"|ceo|cto|cio|vp|founder|co-founder|director|manager|lead|author|creator|maintainer|host"
    r"|university|institute|foundation|society|group|inc|ltd|llc|corp|gmbh|labs|lab|studio"
    r"|america|europe|american|european|english|german|french|spanish"
    r"|real|time|life|back|end|front|full|stack|things|thing|way|ways|lessons|practices"
    r"|short|room|track|center|centre|hotel|city|airport|restaurant|pub|bar"
    r"|museum",
)
