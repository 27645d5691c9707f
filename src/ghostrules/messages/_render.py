"""Messages: the words of an effect, filled, in the language and the register of whoever reads."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final

from attrs import field, frozen

from ghostrules.calendars import Calendar
from ghostrules.effects import Effect, Hours
from ghostrules.errors import MessageError
from ghostrules.locales import language_of, territory_of
from ghostrules.machine import Intent, Machine, State
from ghostrules.messages._correspondence import Correspondence
from ghostrules.messages._filling import Filling
from ghostrules.messages._lexicon import NOTE, Letter, Template
from ghostrules.messages._pen import Pen
from ghostrules.parties import Register
from ghostrules.phrases import Phrase, phrase

LONGEST_MESSAGE: Final = 100_000


class Lacking(StrEnum):
    """What is not there as it was wanted.

    >>> Lacking.LANGUAGE.value
    'language'
    """

    LANGUAGE = "language"
    REGISTER = "register"


@frozen
class Fallback:
    """Why a message is not in the language, or the register, that was wanted.

    >>> print(Fallback(Lacking.LANGUAGE, "fr_BE", "en"))
    nobody has these words in the language `fr_BE`, so `en` is used
    """

    what: Lacking
    wanted: str
    used: str

    def __str__(self) -> str:
        """Say it as a sentence."""
        return str(self.words)

    @property
    def words(self) -> Phrase:
        """What it says, sayable in other languages."""
        if self.what is Lacking.LANGUAGE:
            return phrase(
                "nobody has these words in the language `{wanted}`, so `{used}` is used",
                wanted=self.wanted,
                used=self.used,
            )
        return phrase(
            "nobody has these words in the register `{wanted}`, so `{used}` is used",
            wanted=self.wanted,
            used=self.used,
        )


@frozen
class Message:
    """What a client reads, or a note to the person who works the case.

    >>> Message("chase/first", "A reminder", "Dear Mia,", "en_NL", Register.FORMAL).is_note
    False

    `template` is the id of its words, `locale` the language and the territory in which it is
    written, `register` how the client is spoken to; none in a note. `fallbacks` say what was
    wanted and is not there.
    """

    template: str
    subject: str
    body: str
    locale: str
    register: Register | None
    fallbacks: tuple[Fallback, ...] = field(default=())

    @property
    def is_note(self) -> bool:
        """Whether it is for us."""
        return self.register is None


def is_for_us(effect: Effect) -> bool:
    """Tell whether an effect is carried out by a person, who needs a note and not a letter."""
    return effect.kind.hours is Hours.BOTH or not effect.kind.reaches_client


def render(
    machine: Machine, state: State, intent: Intent, about: Correspondence | None = None
) -> Message:
    """Write the message of an effect, or the note to whoever carries it out.

    >>> from datetime import UTC, datetime
    >>> from ghostrules import Calendar, Elapsed, Party, built_in, compile
    >>> nl = Calendar.for_country("NL", locale="en_NL")
    >>> machine = compile(built_in("negotiation"), sender=nl, client=nl)
    >>> state = machine.start(at=datetime(2026, 3, 16, 9, tzinfo=UTC), case="acme-7")
    >>> state, effects = machine.transition(state, Elapsed(at=state.due))
    >>> acme, me = Party("acme", "NL", name="Mia", language="en"), Party("me", "NL", name="Ada")
    >>> about = Correspondence(client=acme, sender=me, known={"project": "The website"})
    >>> message = render(machine, state, effects[0], about)
    >>> message.subject
    'The website: do you have any questions?'
    >>> message.body.splitlines()[2]
    'On Monday, 16 March 2026 I wrote to you about The website. I would like to know ...'

    `state` is the case after the effect was asked for. A letter is in the client's language and
    time zone, a note in ours. Raises `MessageError` where nobody has the words, where nothing
    fills a field that is not optional, and for an effect without words; `StateError` for the
    state of another machine.
    """
    about = about or Correspondence()
    return Writer.of(machine, state, intent, about, gaps=False).message()


@frozen
class Writer:
    """Whoever writes one message; with `gaps`, what nobody has said shows as `[project]`."""

    machine: Machine
    state: State
    intent: Intent
    about: Correspondence
    variant: str
    reader: Calendar
    other: Calendar
    locale: str
    gaps: bool

    @classmethod
    def of(
        cls,
        machine: Machine,
        state: State,
        intent: Intent,
        about: Correspondence,
        *,
        gaps: bool,
    ) -> "Writer":
        ours = is_for_us(intent.effect)
        reader, other = machine.client, machine.sender
        party = about.client
        if ours:
            reader, other, party = other, reader, about.sender
        variant = NOTE if ours else about.register.value
        locale = reader.locale if party is None else party.locale
        return cls(machine, state, intent, about, variant, reader, other, locale, gaps)

    def message(self) -> Message:
        template, language = self._template()
        letter, variant = self._letter(template)
        locale = f"{_plain(language)}_{territory_of(self.locale)}"
        values = self._values(letter, language, locale)
        return Message(
            template=template.id,
            subject=_whole(" ".join(letter.subject.fill(values).split()), template.id),
            body=_whole(letter.body.fill(values), template.id),
            locale=locale,
            register=None if variant == NOTE else Register(variant),
            fallbacks=tuple(self._fallbacks(language, variant)),
        )

    def _template(self) -> tuple[Template, str]:
        id = self.intent.template
        if id is None:
            raise MessageError(f"the effect `{self.intent.kind}` has no words")
        for language in self._languages():
            template = self.about.words.template(id, language)
            if template is not None:
                return template, language
        tried = ", ".join(f"`{language}`" for language in self._languages())
        raise MessageError(f"nobody has the words `{id}` in {tried}")

    def _languages(self) -> tuple[str, ...]:
        """Give the languages to try: as the territory speaks it, plainly, the policy's own."""
        plain = language_of(self.locale)
        return tuple(dict.fromkeys((self.locale, plain, self.machine.policy.language)))

    def _letter(self, template: Template) -> tuple[Letter, str]:
        wanted = self.variant
        usable = [wanted] if wanted == NOTE else [wanted, *(each.value for each in Register)]
        variant = next((each for each in usable if each in template.texts), None)
        if variant is None:
            raise MessageError(f"the words `{template.id}` have no text that is `{wanted}`")
        return template.texts[variant], variant

    def _values(self, letter: Letter, language: str, locale: str) -> Mapping[str, str]:
        filling = Filling(self.machine, self.state, self.intent, self.about, language)
        pen = Pen(locale, self.about.words.phrases(language), self.reader, self.other)
        found = {name: filling.value(name) for name in sorted(letter.names)}
        missing = {name: f"[{name}]" for name in letter.required if found[name] is None}
        if missing and not self.gaps:
            raise MessageError(_lacks(str(self.intent.template), sorted(missing)))
        filled = {name: pen.write(value) for name, value in found.items() if value is not None}
        return {**missing, **filled}

    def _fallbacks(self, language: str, variant: str) -> Iterator[Fallback]:
        if language not in (self.locale, language_of(self.locale)):
            yield Fallback(Lacking.LANGUAGE, self.locale, language)
        if variant != self.variant:
            yield Fallback(Lacking.REGISTER, self.variant, variant)


def _plain(language: str) -> str:
    return language.partition("_")[0]


def _lacks(template: str, missing: list[str]) -> str:
    names = " and ".join(f"`{name}`" for name in missing)
    return f"nothing fills {names} in the words `{template}`; give it in `known`"


def _whole(text: str, template: str) -> str:
    if not text:
        raise MessageError(f"nothing is left of the words `{template}` where so little is known")
    if len(text) > LONGEST_MESSAGE:
        raise MessageError(f"the message has {len(text)} letters, at most {LONGEST_MESSAGE}")
    return text
