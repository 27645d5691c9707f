"""What labels need: the forms of a language, and texts that name one anchor and no other."""

from ghostrules.timing._engine.fold import fold
from ghostrules.timing._engine.patterns import SLOT
from ghostrules.timing._engine.words import named_anchor
from ghostrules.timing._engine.writing import written_by
from ghostrules.timing._forms import take_apart
from ghostrules.timing._labels import Labels
from ghostrules.timing._pack import NAMING
from ghostrules.timing._packs import pack_for
from ghostrules.timing._resolve import inner
from ghostrules.timing._values import Anchor, When


def label_forms(language: str) -> tuple[str, ...]:
    """List the forms that a label can have in a language, the plain one first.

    >>> label_forms("de"), label_forms("nl")
    (('nom', 'dat', 'gen'), ('nom',))

    Raises `TimingError` for an unknown language.
    """
    return tuple(pack_for(language).step)


def missing_forms(name: str, language: str, labels: Labels, whens: tuple[When, ...]) -> list[str]:
    """List the forms that the label of an anchor lacks: those of its language, and of timings.

    >>> labels = Labels.of({"de": {"pause": "die Pausierung"}})
    >>> missing_forms("pause", "de", labels, ())
    ['dat']
    """
    asked = (_asked(when, name, language) for when in whens)
    forms = dict.fromkeys((*pack_for(language).needed, *filter(None, asked)))
    return [form for form in forms if labels.form(language, name, form) is None]


def _asked(when: When, name: str, language: str) -> str | None:
    """Tell in which form a timing names an anchor, if it does."""
    pack, said = pack_for(language), take_apart(inner(when))
    if not isinstance(said.anchor, Anchor) or said.anchor.name != name:
        return None
    slots = [
        each for each in SLOT.finditer(written_by(said, pack)) if each[1] in {"anchor", "step"}
    ]
    form = slots[0][2] or NAMING
    if said.anchor.part is None:
        return form
    part = SLOT.search(pack.parts[said.anchor.part][form][0])
    return part and (part[2] or NAMING)


def anchor_named(text: str, language: str) -> Anchor | None:
    """Tell what a text names without labels, in whatever form.

    >>> anchor_named("de pauze", "nl").name
    'pauze'
    >>> anchor_named("het laatste bericht", "nl") is None
    True
    """
    return named_anchor(fold(text, language), pack_for(language))


def alike(one: str, other: str, language: str) -> bool:
    """Tell whether two texts differ in spelling only, such as in case.

    >>> alike("De  pauze", "de pauze", "nl")
    True
    """
    return fold(one, language) == fold(other, language)
