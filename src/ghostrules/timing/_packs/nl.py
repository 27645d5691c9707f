"""Dutch: how timings are written and read, and what is refused."""

from typing import Final

from ghostrules.phrases import phrase
from ghostrules.timing._forms import Form
from ghostrules.timing._pack import Fixed, Pack, Refusal, Templates, UnitWords
from ghostrules.timing._units import Unit
from ghostrules.timing._values import Part

_DAY = (1, Unit.DAY)
_BUSINESS_DAY = (1, Unit.BUSINESS_DAY)
_WEEK = "(kalenderweek|week)"
_MONTH = "(kalendermaand|maand)"
_WHEN = "(wanneer|zodra|als|nadat)"
_OVER = "(voorbij is|is voorbij|verstreken is|is verstreken|afgelopen is|is afgelopen|om is)"
_BEFORE = "(vóór|voor|voorafgaand aan)"
_NEXT = "(volgende|eerstvolgende|daaropvolgende)"
_WHICH_WEEK = (
    "op {weekday} van dezelfde kalenderweek",
    "op {weekday} van de volgende kalenderweek",
)

_HALVES = {
    "een half uur": "30 minuten",
    "half uur": "30 minuten",
    "een halfuur": "30 minuten",
    "halfuur": "30 minuten",
    "anderhalf uur": "90 minuten",
    "een kwartier": "15 minuten",
    "kwartier": "15 minuten",
}
_SHORT_DAYS = {
    "ma": "maandag",
    "di": "dinsdag",
    "wo": "woensdag",
    "do": "donderdag",
    "vr": "vrijdag",
    "za": "zaterdag",
    "zo": "zondag",
}
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_ONES = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TEENS = (
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
)
_NUMBERS = (
    {word: str(number) for number, word in enumerate(_TEENS, 13)}
    | {word: str(10 * number) for number, word in enumerate(_TENS, 2)}
    | {
        f"{one}{'ën' if one.endswith('e') else 'en'}{ten}": str(10 * tens + ones)
        for tens, ten in enumerate(_TENS, 2)
        for ones, one in enumerate(_ONES, 1)
    }
)
_CLOCKS = {"middernacht": "00.00", "twaalf uur 's middags": "12.00"}

PACK: Final = Pack(
    language="nl",
    name=phrase("Dutch"),
    quotes=("'", "'"),
    units={
        Unit.HOUR: UnitWords("uur", "uur", ("elk uur", "ieder uur"), ("u", "h"), ("uren",)),
        Unit.MINUTE: UnitWords(
            "minuut", "minuten", ("elke minuut", "iedere minuut"), ("min",), ("min",)
        ),
        Unit.DAY: UnitWords(
            "kalenderdag",
            "kalenderdagen",
            ("elke kalenderdag", "iedere kalenderdag", "elke dag", "iedere dag"),
            ("dag",),
            ("dagen",),
        ),
        Unit.WEEK: UnitWords("week", "weken", ("elke week", "iedere week")),
        Unit.MONTH: UnitWords("maand", "maanden", ("elke maand", "iedere maand")),
        Unit.BUSINESS_DAY: UnitWords("werkdag", "werkdagen", ("elke werkdag", "iedere werkdag")),
    },
    numbers={
        "twee": 2,
        "drie": 3,
        "vier": 4,
        "vijf": 5,
        "zes": 6,
        "zeven": 7,
        "acht": 8,
        "negen": 9,
        "tien": 10,
        "elf": 11,
        "twaalf": 12,
    },
    articles=("een", "één"),
    ordinals={
        "eerste": 1,
        "tweede": 2,
        "derde": 3,
        "vierde": 4,
        "vijfde": 5,
        "zesde": 6,
        "zevende": 7,
        "achtste": 8,
        "negende": 9,
        "tiende": 10,
        "elfde": 11,
        "twaalfde": 12,
    },
    ordinal_endings=(("", "e"),),
    ordinal_also=("de", "ste"),
    weekdays=("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    months=(
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ),
    joins=(", ", " en ", ", en "),
    repeated=("elke {amount}", "iedere {amount}"),
    alike=(("de", "het"), ("elk", "elke"), ("ieder", "iedere")),
    instead=_CLOCKS | _NUMBERS | _HALVES | _SHORT_DAYS,
    timed=("om {time} uur {rest}", "om {time}[ uur][,] {rest}"),
    clock=(".", ":"),
    needed=("nom",),
    start={"nom": ("de start", "start")},
    step={"nom": ("stap '{id}'", "[de ]stap [']{id}[']", "[']{id}[']", "(de|het) {id}")},
    fact={"nom": ("de datum '{id}'", "[de ]datum [']{id}[']", "[het ]gegeven [']{id}[']")},
    parts={
        Part.DELIVERY: {
            "nom": (
                "de bezorging van {step}",
                "[de ](bezorging|aflevering|ontvangst) van {step}",
            )
        },
        Part.DEADLINE: {
            "nom": (
                "de termijn van {step}",
                "[het (einde|eind|verstrijken) van ][de ](termijn|deadline) van {step}",
                "[de ](termijn|deadline) van {step}",
            )
        },
    },
    forms={
        Form.AFTER: Templates(
            anchored=(
                "{amount} na {anchor}",
                Fixed("[op ][de ][volgende |eerstvolgende ]dag na {anchor}", _DAY),
                Fixed(
                    "[op ][de ][volgende |eerstvolgende |eerste ]werkdag na {anchor}",
                    _BUSINESS_DAY,
                ),
            ),
            bare=(
                "{amount} later",
                "na {amount}",
                "{amount} (erna|daarna|nadien)",
                Fixed(f"[op ][de ]{_NEXT} (dag|kalenderdag)", _DAY),
                Fixed("[op ][de ]dag (erna|daarna)", _DAY),
                Fixed(f"[op ][de ]{_NEXT} werkdag", _BUSINESS_DAY),
            ),
        ),
        Form.BEFORE: Templates(
            anchored=(
                "{amount} vóór {anchor}",
                f"{{amount}} {_BEFORE} {{anchor}}",
                Fixed(f"[op ][de ]dag {_BEFORE} {{anchor}}", _DAY),
                Fixed(f"[op ][de ](werkdag|laatste werkdag) {_BEFORE} {{anchor}}", _BUSINESS_DAY),
            ),
        ),
        Form.WEEKDAY_SAME: Templates(
            anchored=(
                "op {weekday} van de kalenderweek van {anchor}",
                f"[op ][de ]{{weekday}} (van|in) de {_WEEK} van {{anchor}}",
            ),
            bare=(
                "op {weekday} van dezelfde kalenderweek",
                f"[op ][de ]{{weekday}} (van|in) dezelfde {_WEEK}",
            ),
        ),
        Form.WEEKDAY_NEXT: Templates(
            anchored=(
                "op {weekday} van de kalenderweek na {anchor}",
                f"[op ][de ]{{weekday}} (van|in) de {_WEEK} na {{anchor}}",
            ),
            bare=(
                "op {weekday} van de volgende kalenderweek",
                f"[op ][de ]{{weekday}} (van|in) de (volgende|daaropvolgende) {_WEEK}",
                f"[op ][de ]{{weekday}} (van|in) de {_WEEK} (erna|daarna)",
            ),
        ),
        Form.WEEKDAY_NTH: Templates(
            anchored=(
                "op {weekday} van de {nth} kalenderweek na {anchor}",
                f"[op ][de ]{{weekday}} (van|in) de {{nth}} {_WEEK} na {{anchor}}",
            ),
            bare=(
                "op {weekday} van de {nth} volgende kalenderweek",
                f"[op ][de ]{{weekday}} (van|in) de {{nth}} volgende {_WEEK}",
            ),
        ),
        Form.WEEK_SAME: Templates(
            anchored=(
                "wanneer de kalenderweek van {anchor} voorbij is",
                f"{_WHEN} de {_WEEK} van {{anchor}} {_OVER}",
                f"na de {_WEEK} van {{anchor}}",
                f"[aan |op ][het ](einde|eind) van de {_WEEK} van {{anchor}}",
            ),
            bare=(
                "wanneer de kalenderweek voorbij is",
                f"{_WHEN} (de|dezelfde) {_WEEK} {_OVER}",
            ),
        ),
        Form.WEEK_NEXT: Templates(
            anchored=(
                "wanneer de kalenderweek na {anchor} voorbij is",
                f"{_WHEN} de {_WEEK} na {{anchor}} {_OVER}",
                f"[aan |op ][het ](einde|eind) van de {_WEEK} na {{anchor}}",
            ),
            bare=(
                "wanneer de volgende kalenderweek voorbij is",
                f"{_WHEN} de (volgende|daaropvolgende) {_WEEK} {_OVER}",
            ),
        ),
        Form.WEEK_NTH: Templates(
            anchored=(
                "wanneer de {nth} kalenderweek na {anchor} voorbij is",
                f"{_WHEN} de {{nth}} {_WEEK} na {{anchor}} {_OVER}",
            ),
            bare=(
                "wanneer de {nth} volgende kalenderweek voorbij is",
                f"{_WHEN} de {{nth}} volgende {_WEEK} {_OVER}",
            ),
        ),
        Form.MONTH_SAME: Templates(
            anchored=(
                "wanneer de kalendermaand van {anchor} voorbij is",
                f"{_WHEN} de {_MONTH} van {{anchor}} {_OVER}",
                f"na de {_MONTH} van {{anchor}}",
                f"[aan |op ][het ](einde|eind) van de {_MONTH} van {{anchor}}",
            ),
            bare=(
                "wanneer de kalendermaand voorbij is",
                f"{_WHEN} (de|dezelfde) {_MONTH} {_OVER}",
            ),
        ),
        Form.MONTH_NEXT: Templates(
            anchored=(
                "wanneer de kalendermaand na {anchor} voorbij is",
                f"{_WHEN} de {_MONTH} na {{anchor}} {_OVER}",
                f"[aan |op ][het ](einde|eind) van de {_MONTH} na {{anchor}}",
            ),
            bare=(
                "wanneer de volgende kalendermaand voorbij is",
                f"{_WHEN} de (volgende|daaropvolgende) {_MONTH} {_OVER}",
            ),
        ),
        Form.MONTH_NTH: Templates(
            anchored=(
                "wanneer de {nth} kalendermaand na {anchor} voorbij is",
                f"{_WHEN} de {{nth}} {_MONTH} na {{anchor}} {_OVER}",
            ),
            bare=(
                "wanneer de {nth} volgende kalendermaand voorbij is",
                f"{_WHEN} de {{nth}} volgende {_MONTH} {_OVER}",
            ),
        ),
        Form.WITHIN: Templates(
            anchored=("binnen {amount} na {anchor}",),
            bare=("binnen {amount}",),
        ),
        Form.BETWEEN: Templates(
            anchored=(
                "tussen {low} en {high} na {anchor}",
                "[van ]{low} tot {high} na {anchor}",
                "{low}-{high} na {anchor}",
            ),
            bare=(
                "tussen {low} en {high} later",
                "tussen {low} en {high}",
                "[van ]{low} tot {high}[ later]",
                "{low}-{high}[ later]",
            ),
        ),
        Form.BETWEEN_MIXED: Templates(
            anchored=(
                "tussen {first} en {second} na {anchor}",
                "[van ]{first} tot {second} na {anchor}",
            ),
            bare=(
                "tussen {first} en {second} later",
                "tussen {first} en {second}",
                "[van ]{first} tot {second}[ later]",
            ),
        ),
        Form.SEVERAL: Templates(
            anchored=("{amounts} na {anchor}",),
            bare=("{amounts} later", "{amounts}"),
        ),
        Form.EVERY: Templates(
            anchored=(
                "{each} na {anchor}, hoogstens {times} keer",
                "{each} na {anchor}[,] (hoogstens|ten hoogste|maximaal) {times} (keer|maal)",
            ),
            bare=(
                "{each}, hoogstens {times} keer",
                "{each}[,] (hoogstens|ten hoogste|maximaal) {times} (keer|maal)",
            ),
        ),
        Form.DEADLINE: Templates(
            anchored=(
                "wanneer de termijn van {step} verstreken is",
                f"{_WHEN} de (termijn|deadline) van {{step}} {_OVER}",
                "na [afloop van ]de (termijn|deadline) van {step}",
            ),
        ),
    },
    refusals=(
        Refusal(
            (
                "[op ](volgende|komende|aanstaande|eerstvolgende|aankomende|deze) {weekday}",
                "[op ]de (volgende|komende|eerstvolgende) {weekday}",
                "[op ]{weekday} aanstaande",
            ),
            _WHICH_WEEK,
        ),
        Refusal(
            (
                "[op ][een ]{weekday}",
                "(uiterlijk|niet later dan|vóór|voor|tot|tot en met|t/m) [op ]{weekday}",
            ),
            _WHICH_WEEK,
            phrase("does not say of which week"),
        ),
        Refusal(
            ("volgende week {weekday}", "[op ]{weekday} (van|in) volgende week"),
            ("op {weekday} van de volgende kalenderweek",),
            phrase("does not say next to what"),
        ),
        Refusal(
            ("[in |van ][de ](volgende|komende) week",),
            ("1 week later", "op maandag van de volgende kalenderweek"),
        ),
        Refusal(
            ("[in |van ][de ](volgende|komende) maand",),
            ("1 maand later", "wanneer de kalendermaand voorbij is"),
        ),
        Refusal(
            ("(uiterlijk|niet later dan) {amount} na {anchor}",),
            ("binnen {amount} na {anchor}", "{amount} na {anchor}"),
        ),
        Refusal(
            ("om de week", "om de andere week", "tweewekelijks"),
            ("elke week, hoogstens 3 keer", "elke 2 weken, hoogstens 3 keer"),
        ),
        Refusal(
            ("om de {amount}",),
            ("elke {amount}, hoogstens 2 keer", "elke {amount}, hoogstens 3 keer"),
            phrase("does not say how often"),
        ),
        Refusal(
            ("om de (dag|andere dag)",),
            ("elke kalenderdag, hoogstens 3 keer", "elke 2 kalenderdagen, hoogstens 3 keer"),
        ),
        Refusal(
            (
                "[op ][de ](vorige|afgelopen|laatste) {weekday}",
                "(vorige|afgelopen) (week|maand)",
                "gisteren",
            ),
            why=phrase("lies in the past"),
            help=phrase(
                "a timing looks ahead: say after what it comes, as in `{example}`",
                example="1 week na de start",
            ),
        ),
        Refusal(
            (
                "een halve (dag|week|maand)[ later]",
                "binnen een halve (dag|week|maand)",
                "een halve (dag|week|maand) (na|vóór|voor) {anchor}",
            ),
            why=phrase("is no whole number"),
            help=phrase("use a whole number, of a smaller unit where there is one"),
        ),
        Refusal(
            ("[over |na |binnen ]veertien dagen[ later]",),
            ("14 kalenderdagen later", "10 werkdagen later"),
            phrase("can be counted in days or in business days"),
        ),
        Refusal(
            ("veertien dagen na {anchor}",),
            ("14 kalenderdagen na {anchor}", "10 werkdagen na {anchor}"),
            phrase("can be counted in days or in business days"),
        ),
        Refusal(
            ("veertien dagen (vóór|voor) {anchor}",),
            ("14 kalenderdagen vóór {anchor}", "10 werkdagen vóór {anchor}"),
            phrase("can be counted in days or in business days"),
        ),
        Refusal(
            (
                "[aan |op |vóór |voor ][het ](einde|eind) van (de|deze) (dag|werkdag)",
                "[aan het ]einde dag",
                "[vóór |voor ]sluitingstijd",
            ),
            ("binnen 0 kalenderdagen", "om 17.00 uur 0 kalenderdagen later"),
        ),
        Refusal(
            (
                "[aan |op |vóór |voor ][het ](einde|eind) van (de|deze) week",
                "(eind|einde) week",
            ),
            ("wanneer de kalenderweek voorbij is", "op vrijdag van dezelfde kalenderweek"),
        ),
        Refusal(
            (
                "[aan |op |vóór |voor ][het ](einde|eind) van (de|deze) maand",
                "(eind|einde) maand",
            ),
            ("wanneer de kalendermaand voorbij is",),
            phrase("does not say which day and which month"),
        ),
        Refusal(
            ("midden in de week", "(halverwege|midden) [van ]de week", "doordeweeks"),
            (
                "op woensdag van dezelfde kalenderweek",
                "op woensdag van de volgende kalenderweek",
            ),
        ),
        Refusal(
            ("(in|na|vóór|voor) het weekend", "[dit |komend |volgend ]weekend"),
            (
                "op zaterdag van dezelfde kalenderweek",
                "op maandag van de volgende kalenderweek",
            ),
        ),
        Refusal(
            (
                "over een (paar|aantal) dagen",
                "(binnen|na) een (paar|aantal) dagen",
                "een (paar|aantal) dagen later",
            ),
            ("2 kalenderdagen later", "tussen 2 en 3 kalenderdagen later"),
            phrase("does not say how many days"),
        ),
        Refusal(
            ("een (paar|aantal) dagen na {anchor}",),
            ("2 kalenderdagen na {anchor}", "tussen 2 en 3 kalenderdagen na {anchor}"),
            phrase("does not say how many days"),
        ),
        Refusal(
            ("over {amount}", "vanaf nu {amount}", "{amount} vanaf nu"),
            ("{amount} later", "{amount} na de start"),
            phrase("does not say what it counts from"),
        ),
        Refusal(
            ("{amount}", "voor {amount}", "gedurende {amount}"),
            ("{amount} later", "binnen {amount}"),
        ),
        Refusal(
            ("morgen",),
            ("1 kalenderdag later", "1 kalenderdag na de start"),
            phrase("does not say what it counts from"),
        ),
        Refusal(
            ("vandaag", "(nu|direct|meteen|onmiddellijk|zo snel mogelijk|z.s.m.|zsm)"),
            ("0 uur later", "0 uur na de start"),
            phrase("does not say what it counts from"),
        ),
        Refusal(
            ("{amount} (ervoor|eerder|tevoren|geleden|van tevoren)",),
            why=phrase("does not say what it counts back from"),
            help=phrase("name the step, as in `{example}`", example="{amount} vóór stap 'pause'"),
        ),
        Refusal(
            ("{each}", "herhaal {each}"),
            ("{each}, hoogstens 2 keer", "{each}, hoogstens 3 keer"),
            phrase("does not say how often"),
        ),
        Refusal(
            ("{each} na {anchor}",),
            ("{each} na {anchor}, hoogstens 2 keer", "{each} na {anchor}, hoogstens 3 keer"),
            phrase("does not say how often"),
        ),
        Refusal(
            ("wekelijks",),
            ("elke week, hoogstens 2 keer", "elke week, hoogstens 3 keer"),
            phrase("does not say how often"),
        ),
        Refusal(
            ("dagelijks",),
            ("elke kalenderdag, hoogstens 3 keer", "elke werkdag, hoogstens 3 keer"),
        ),
        Refusal(
            ("maandelijks",),
            ("elke maand, hoogstens 2 keer", "elke maand, hoogstens 3 keer"),
            phrase("does not say how often"),
        ),
        Refusal(
            ("tot {anchor}", "tot {amount} (na|vóór|voor) {anchor}", "tot {amount}[ later]"),
            why=phrase("does not say whether its last day is included"),
            help=phrase(
                "say from when, as in `{window}`, or until when, as in `{before}`",
                window="binnen 5 werkdagen na stap 'call'",
                before="1 kalenderdag vóór stap 'pause'",
            ),
        ),
        Refusal(
            ("tot en met {anchor}", "tot en met {amount} (na|vóór|voor) {anchor}"),
            why=phrase("does not say from when"),
            help=phrase(
                "say it as a range, as in `{example}`", example="binnen 5 werkdagen na stap 'call'"
            ),
        ),
        Refusal(
            ("{rest}[,] om {time}[ uur]",),
            ("om {time} uur {rest}",),
            phrase("could set the time of either date; the time of day goes first"),
        ),
    ),
    date="{weekday} {day} {month} {year}",
    moment="{date} om {time} uur",
    counted="geteld vanaf {start}: {falls}",
)
