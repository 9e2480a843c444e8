import pytest

from conferences import models
from tests.admin.conftest import errors_of, list_of
from tests.factories import make_topic, make_topic_alias


def aliases_of(topic):
    return [alias.name for alias in topic.aliases.filter(removed="")]


def test_renamed_topic_keeps_its_old_name_as_an_alias(submit):
    topic = make_topic(name="k8s")

    submit(topic, name="Kubernetes")

    assert aliases_of(topic) == ["k8s"]


def test_topic_spelt_otherwise_gets_no_alias(submit):
    topic = make_topic(name="kubernetes")

    submit(topic, name="Kubernetes")

    assert aliases_of(topic) == []


def test_old_name_that_is_an_alias_of_another_topic_stays_its_alias(submit):
    other = make_topic_alias(name="swarm").topic
    topic = make_topic(name="Swarm")

    submit(topic, name="Docker Swarm")

    assert (aliases_of(topic), aliases_of(other)) == ([], ["swarm"])


def test_new_topic_gets_no_alias(submit):
    submit(models.Topic, name="Kubernetes", status="approved")

    assert aliases_of(models.Topic.objects.get()) == []


def test_alias_is_one_topics(submit):
    make_topic_alias(name="k8s")

    response = submit(make_topic(), **{"aliases-TOTAL_FORMS": 1, "aliases-0-name": "K8S"})

    assert errors_of(response) == {"name": ["A topic has this alias already."]}


@pytest.mark.parametrize(("action", "status"), [("approve", "approved"), ("reject", "rejected")])
def test_proposed_topics_are_ruled_upon_together(editor_client, action, status):
    topics = [make_topic(), make_topic()]
    data = {"action": action, "_selected_action": [topic.pk for topic in topics]}

    response = editor_client.post(list_of(models.Topic), data, follow=True)

    for topic in topics:
        topic.refresh_from_db()
        assert topic.status == status
        assert topic.history.first().history_user.username == "ed"
    assert [str(message) for message in response.context["messages"]] == [f"2 topics are {status}."]


def test_names_of_signs_have_addresses_of_their_own(submit):
    for name in ("C", "C++", "C#", ".NET", "???", "🎉"):
        submit(models.Topic, name=name, status="proposed")

    slugs = {topic.name: topic.slug for topic in models.Topic.objects.all()}
    assert [slugs[name] for name in ("C", "C++", "C#", ".NET")] == ["c", "cpp", "csharp", "dotnet"]
    assert len(set(slugs.values())) == 6
