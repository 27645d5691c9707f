"""German: how timings are written and read, and what is refused."""

from typing import Final

from ghostrules.phrases import phrase
from ghostrules.timing._forms import Form
from ghostrules.timing._pack import Fixed, Pack, Refusal, Templates, UnitWords
from ghostrules.timing._units import Unit
from ghostrules.timing._values import Part

_DAY = (1, Unit.DAY)
_BUSINESS_DAY = (1, Unit.BUSINESS_DAY)
_WEEK = "(Kalenderwoche|Woche)"
_MONTH = "(Kalendermonat|Monat)"
_WHEN = "(wenn|sobald|nachdem)"
_OVER = "(vorüber|vorbei|zu Ende|um|abgelaufen|verstrichen) ist"
_NEXT = "(nächsten|folgenden|darauffolgenden)"
_AT_MOST = "(höchstens|maximal|bis zu)"
_WHICH_WEEK = (
    "am {weekday} derselben Kalenderwoche",
    "am {weekday} der folgenden Kalenderwoche",
)
_WERKTAG = phrase("counts Saturday in German law, and not in everyday speech")

_DAYS = ("Arbeitstage", "Kalendertage")
_WERKTAGE = (
    ("{number} (Werktag|Werktage) nach {anchor.dat}", "{number} {days} nach {anchor.dat}"),
    ("{number} (Werktag|Werktage) vor {anchor.dat}", "{number} {days} vor {anchor.dat}"),
    (
        "(innerhalb von|innerhalb|binnen) {number} (Werktagen|Werktage) nach {anchor.dat}",
        "innerhalb von {number} {days} nach {anchor.dat}",
    ),
    (
        "(innerhalb von|innerhalb|binnen) {number} (Werktagen|Werktage)",
        "innerhalb von {number} {days}",
    ),
    ("{number} (Werktag|Werktage)[ später| danach]", "{number} {days} später"),
    ("(in|nach) {number} Werktagen", "{number} {days} später"),
    ("[ein |einen |am |am nächsten |am folgenden ]Werktag[ später]", "1 {days} später"),
    ("am [nächsten |folgenden |ersten ]Werktag nach {anchor.dat}", "1 {days} nach {anchor.dat}"),
    ("(jeden Werktag|werktags|werktäglich)", "alle 1 {days}, höchstens 3-mal"),
)

_HALVES = {
    "eine halbe Stunde": "30 Minuten",
    "einer halben Stunde": "30 Minuten",
    "halbe Stunde": "30 Minuten",
    "anderthalb Stunden": "90 Minuten",
    "eineinhalb Stunden": "90 Minuten",
    "eine Viertelstunde": "15 Minuten",
    "einer Viertelstunde": "15 Minuten",
    "Viertelstunde": "15 Minuten",
}
_SHORT_DAYS = {
    "Mo": "Montag",
    "Di": "Dienstag",
    "Mi": "Mittwoch",
    "Do": "Donnerstag",
    "Fr": "Freitag",
    "Sa": "Samstag",
    "So": "Sonntag",
    "Sonnabend": "Samstag",
}
_SMALL = ("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")
_STEMS = ("zwei", "drit", "vier", "fünf", "sechs", "sieb", "ach", "neun", "zehn", "elf", "zwölf")
_TENS = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_ONES = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_TEENS = ("dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn")
_NUMBERS = (
    {word: str(number) for number, word in enumerate(_TEENS, 13)}
    | {word: str(10 * number) for number, word in enumerate(_TENS, 2)}
    | {
        f"{one}und{ten}": str(10 * tens + ones)
        for tens, ten in enumerate(_TENS, 2)
        for ones, one in enumerate(_ONES, 1)
    }
)
_CLOCKS = {"Mitternacht": "00:00", "zwölf Uhr mittags": "12:00"}

PACK: Final = Pack(
    language="de",
    name=phrase("German"),
    quotes=("„", "“"),
    letters={"ß": "ss", "ẞ": "ss"},
    units={
        Unit.HOUR: UnitWords("Stunde", "Stunden", ("jede Stunde",), ("h", "Std."), ("Std.",)),
        Unit.MINUTE: UnitWords(
            "Minute", "Minuten", ("jede Minute",), ("min", "Min."), ("min", "Min.")
        ),
        Unit.DAY: UnitWords(
            "Kalendertag",
            "Kalendertage",
            ("jeden Kalendertag", "jeden Tag"),
            ("Tag",),
            ("Tage", "Tagen"),
            {"dat": ("Kalendertag", "Kalendertagen")},
        ),
        Unit.WEEK: UnitWords("Woche", "Wochen", ("jede Woche",)),
        Unit.MONTH: UnitWords(
            "Monat", "Monate", ("jeden Monat",), forms={"dat": ("Monat", "Monaten")}
        ),
        Unit.BUSINESS_DAY: UnitWords(
            "Arbeitstag",
            "Arbeitstage",
            ("jeden Arbeitstag", "jeden Geschäftstag"),
            ("Geschäftstag",),
            ("Geschäftstage", "Geschäftstagen"),
            {"dat": ("Arbeitstag", "Arbeitstagen")},
        ),
    },
    numbers={word: number for number, word in enumerate(_SMALL, 2)},
    articles=("ein", "eine", "einen", "einem", "einer"),
    ordinals={
        f"{stem}{ending}": number
        for number, stem in enumerate(("ers", *_STEMS), 1)
        for ending in ("te", "ten", "ter")
    },
    ordinal_endings=(("", "."),),
    ordinal_also=("te", "ten", "ter"),
    weekdays=("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    months=(
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    joins=(", ", " und ", ", und "),
    repeated=("alle {amount}",),
    alike=(("der", "die", "das", "dem", "den", "des"),),
    instead=_CLOCKS | _NUMBERS | _HALVES | _SHORT_DAYS,
    timed=("um {time} Uhr {rest}", "um {time}[ Uhr][,] {rest}"),
    clock=(":", "."),
    needed=("nom", "dat"),
    start={"nom": ("der Start", "start"), "dat": ("dem Start", "start")},
    step={
        "nom": (
            "der Schritt „{id}“",
            "[der ]Schritt [']{id}[']",
            "[']{id}[']",
            "(der|die|das) {id}",
        ),
        "dat": ("dem Schritt „{id}“", "[dem ]Schritt [']{id}[']", "[']{id}[']", "(der|dem) {id}"),
        "gen": (
            "des Schritts „{id}“",
            "des (Schritts|Schrittes) [']{id}[']",
            "(der|des) {id}",
            "von [dem ][Schritt ][']{id}[']",
            "von '{id}'",
        ),
    },
    fact={
        "nom": ("das Datum „{id}“", "[das ]Datum [']{id}[']"),
        "dat": ("dem Datum „{id}“", "[dem ]Datum [']{id}[']"),
        "gen": ("des Datums „{id}“", "des Datums [']{id}[']"),
    },
    parts={
        Part.DELIVERY: {
            "nom": (
                "die Zustellung {step.gen}",
                "[die ]Zustellung {step.gen}",
                "[der ]Zugang {step.gen}",
            ),
            "dat": (
                "der Zustellung {step.gen}",
                "[der ]Zustellung {step.gen}",
                "[dem ]Zugang {step.gen}",
            ),
        },
        Part.DEADLINE: {
            "nom": ("der Ablauf der Frist {step.gen}", "[der ]Ablauf der Frist {step.gen}"),
            "dat": (
                "dem Ablauf der Frist {step.gen}",
                "[dem ]Ablauf der Frist {step.gen}",
                "[dem ]Ende der Frist {step.gen}",
                "[dem ]Ablauf der Frist aus {step.dat}",
            ),
        },
    },
    forms={
        Form.AFTER: Templates(
            anchored=(
                "{amount} nach {anchor.dat}",
                Fixed("am [nächsten |folgenden |ersten ]Tag nach {anchor.dat}", _DAY),
                Fixed(
                    "am [nächsten |folgenden |ersten ](Arbeitstag|Geschäftstag) nach {anchor.dat}",
                    _BUSINESS_DAY,
                ),
            ),
            bare=(
                "{amount} später",
                "nach {amount}",
                "{amount} (danach|darauf)",
                Fixed(f"am {_NEXT} (Tag|Kalendertag)", _DAY),
                Fixed("(am Folgetag|am Tag danach|am Tag darauf|tags darauf)", _DAY),
                Fixed(f"am {_NEXT} (Arbeitstag|Geschäftstag)", _BUSINESS_DAY),
            ),
        ),
        Form.BEFORE: Templates(
            anchored=(
                "{amount} vor {anchor.dat}",
                Fixed("am Tag vor {anchor.dat}", _DAY),
                Fixed("am [letzten ](Arbeitstag|Geschäftstag) vor {anchor.dat}", _BUSINESS_DAY),
            ),
        ),
        Form.WEEKDAY_SAME: Templates(
            anchored=(
                "am {weekday} der Kalenderwoche, in die {anchor.nom} fällt",
                f"[am ]{{weekday}} (der|in der) {_WEEK}[,] in die {{anchor.nom}} fällt[,]",
            ),
            bare=(
                "am {weekday} derselben Kalenderwoche",
                f"[am ]{{weekday}} [in ](derselben|der gleichen) {_WEEK}",
            ),
        ),
        Form.WEEKDAY_NEXT: Templates(
            anchored=(
                "am {weekday} der Kalenderwoche nach {anchor.dat}",
                f"[am ]{{weekday}} (der|in der) {_WEEK} nach {{anchor.dat}}",
            ),
            bare=(
                "am {weekday} der folgenden Kalenderwoche",
                f"[am ]{{weekday}} [in ]der (folgenden|darauffolgenden) {_WEEK}",
                "[am ]{weekday} [in ]der (Folgewoche|Woche danach|Woche darauf)",
            ),
        ),
        Form.WEEKDAY_NTH: Templates(
            anchored=(
                "am {weekday} der {nth} Kalenderwoche nach {anchor.dat}",
                f"[am ]{{weekday}} [in ]der {{nth}} {_WEEK} nach {{anchor.dat}}",
            ),
            bare=(
                "am {weekday} der {nth} folgenden Kalenderwoche",
                f"[am ]{{weekday}} [in ]der {{nth}} folgenden {_WEEK}",
            ),
        ),
        Form.WEEK_SAME: Templates(
            anchored=(
                "wenn die Kalenderwoche, in die {anchor.nom} fällt, vorüber ist",
                f"{_WHEN} die {_WEEK}[,] in die {{anchor.nom}} fällt[,] {_OVER}",
                f"nach der {_WEEK}[,] in die {{anchor.nom}} fällt",
                f"am Ende der {_WEEK}[,] in die {{anchor.nom}} fällt",
            ),
            bare=(
                "wenn die Kalenderwoche vorüber ist",
                f"{_WHEN} (die|dieselbe) {_WEEK} {_OVER}",
            ),
        ),
        Form.WEEK_NEXT: Templates(
            anchored=(
                "wenn die Kalenderwoche nach {anchor.dat} vorüber ist",
                f"{_WHEN} die {_WEEK} nach {{anchor.dat}} {_OVER}",
                f"am Ende der {_WEEK} nach {{anchor.dat}}",
            ),
            bare=(
                "wenn die folgende Kalenderwoche vorüber ist",
                f"{_WHEN} die (folgende|darauffolgende) {_WEEK} {_OVER}",
                f"{_WHEN} die Folgewoche {_OVER}",
            ),
        ),
        Form.WEEK_NTH: Templates(
            anchored=(
                "wenn die {nth} Kalenderwoche nach {anchor.dat} vorüber ist",
                f"{_WHEN} die {{nth}} {_WEEK} nach {{anchor.dat}} {_OVER}",
            ),
            bare=(
                "wenn die {nth} folgende Kalenderwoche vorüber ist",
                f"{_WHEN} die {{nth}} folgende {_WEEK} {_OVER}",
            ),
        ),
        Form.MONTH_SAME: Templates(
            anchored=(
                "wenn der Kalendermonat, in den {anchor.nom} fällt, vorüber ist",
                f"{_WHEN} der {_MONTH}[,] in den {{anchor.nom}} fällt[,] {_OVER}",
                f"nach dem {_MONTH}[,] in den {{anchor.nom}} fällt",
                "am Ende des (Kalendermonats|Monats)[,] in den {anchor.nom} fällt",
            ),
            bare=(
                "wenn der Kalendermonat vorüber ist",
                f"{_WHEN} (der|derselbe) {_MONTH} {_OVER}",
            ),
        ),
        Form.MONTH_NEXT: Templates(
            anchored=(
                "wenn der Kalendermonat nach {anchor.dat} vorüber ist",
                f"{_WHEN} der {_MONTH} nach {{anchor.dat}} {_OVER}",
                "am Ende des (Kalendermonats|Monats) nach {anchor.dat}",
            ),
            bare=(
                "wenn der folgende Kalendermonat vorüber ist",
                f"{_WHEN} der (folgende|darauffolgende) {_MONTH} {_OVER}",
                f"{_WHEN} der Folgemonat {_OVER}",
            ),
        ),
        Form.MONTH_NTH: Templates(
            anchored=(
                "wenn der {nth} Kalendermonat nach {anchor.dat} vorüber ist",
                f"{_WHEN} der {{nth}} {_MONTH} nach {{anchor.dat}} {_OVER}",
            ),
            bare=(
                "wenn der {nth} folgende Kalendermonat vorüber ist",
                f"{_WHEN} der {{nth}} folgende {_MONTH} {_OVER}",
            ),
        ),
        Form.WITHIN: Templates(
            anchored=(
                "innerhalb von {amount.dat} nach {anchor.dat}",
                "(innerhalb|innerhalb von|binnen) {amount} nach {anchor.dat}",
            ),
            bare=("innerhalb von {amount.dat}", "(innerhalb|innerhalb von|binnen) {amount}"),
        ),
        Form.BETWEEN: Templates(
            anchored=(
                "zwischen {low} und {high.dat} nach {anchor.dat}",
                "{low} bis {high} nach {anchor.dat}",
                "{low}-{high} nach {anchor.dat}",
            ),
            bare=(
                "{low} bis {high} später",
                "zwischen {low} und {high}[ später]",
                "{low} bis {high}[ später| danach]",
                "{low}-{high}[ später| danach]",
            ),
        ),
        Form.BETWEEN_MIXED: Templates(
            anchored=(
                "zwischen {first.dat} und {second.dat} nach {anchor.dat}",
                "{first} bis {second} nach {anchor.dat}",
            ),
            bare=(
                "{first} bis {second} später",
                "zwischen {first} und {second}[ später]",
                "{first} bis {second}[ später| danach]",
            ),
        ),
        Form.SEVERAL: Templates(
            anchored=("{amounts} nach {anchor.dat}",),
            bare=("{amounts} später", "{amounts}[ danach]"),
        ),
        Form.EVERY: Templates(
            anchored=(
                "{each} nach {anchor.dat}, höchstens {times}-mal",
                f"{{each}} nach {{anchor.dat}}[,] {_AT_MOST} {{times}}[-| ](mal|Male)",
            ),
            bare=(
                "{each}, höchstens {times}-mal",
                f"{{each}}[,] {_AT_MOST} {{times}}[-| ](mal|Male)",
            ),
        ),
        Form.DEADLINE: Templates(
            anchored=(
                "wenn die Frist {step.gen} abgelaufen ist",
                f"{_WHEN} die Frist {{step.gen}} {_OVER}",
                f"{_WHEN} die Frist aus {{step.dat}} {_OVER}",
                "nach [dem ](Ablauf|Ende) der Frist {step.gen}",
                "nach [dem ](Ablauf|Ende) der Frist aus {step.dat}",
            ),
        ),
    },
    refusals=(
        *(
            Refusal((text,), tuple(said.replace("{days}", each) for each in _DAYS), _WERKTAG)
            for text, said in _WERKTAGE
        ),
        Refusal(
            (
                "[am |im ](nächsten|kommenden|diesen|diesem|nächster|kommender) {weekday}",
                "[am ]{weekday} (kommender|nächster|dieser) Woche",
            ),
            _WHICH_WEEK,
        ),
        Refusal(
            (
                "[am ]{weekday}",
                "(bis|bis zum|bis spätestens|spätestens|spätestens am|vor|vor dem) {weekday}",
            ),
            _WHICH_WEEK,
            phrase("does not say of which week"),
        ),
        Refusal(
            (
                "[am ]{weekday} (der|in der) (nächsten|kommenden) (Woche|Kalenderwoche)",
                "(nächste|kommende) Woche [am ]{weekday}",
            ),
            ("am {weekday} der folgenden Kalenderwoche",),
            phrase("does not say next to what"),
        ),
        Refusal(
            ("[in der ](nächste|nächsten|kommende|kommenden) Woche",),
            ("1 Woche später", "am Montag der folgenden Kalenderwoche"),
        ),
        Refusal(
            ("[in der |die ](übernächste|übernächsten) Woche",),
            ("2 Wochen später", "am Montag der 2. folgenden Kalenderwoche"),
        ),
        Refusal(
            ("[im ](nächster|nächsten|kommender|kommenden) Monat",),
            ("1 Monat später", "wenn der Kalendermonat vorüber ist"),
        ),
        Refusal(
            ("spätestens {amount} nach {anchor.dat}",),
            ("innerhalb von {amount} nach {anchor.dat}", "{amount} nach {anchor.dat}"),
        ),
        Refusal(
            ("(zweiwöchentlich|14-tägig|vierzehntägig|14-täglich|vierzehntäglich)",),
            ("alle 2 Wochen, höchstens 3-mal", "alle 14 Kalendertage, höchstens 3-mal"),
            phrase("can be counted in weeks or in days"),
        ),
        Refusal(
            ("(jede zweite Woche|jede andere Woche)",),
            ("alle 2 Wochen, höchstens 2-mal", "alle 2 Wochen, höchstens 3-mal"),
            phrase("does not say how often"),
        ),
        Refusal(
            ("vierzehn (Tage|Tagen)", "vierzehn Tage später", "(in|nach|binnen) vierzehn Tagen"),
            ("14 Kalendertage später", "10 Arbeitstage später"),
            phrase("can be counted in days or in business days"),
        ),
        Refusal(
            ("vierzehn Tage nach {anchor.dat}",),
            ("14 Kalendertage nach {anchor.dat}", "10 Arbeitstage nach {anchor.dat}"),
            phrase("can be counted in days or in business days"),
        ),
        Refusal(
            ("vierzehn Tage vor {anchor.dat}",),
            ("14 Kalendertage vor {anchor.dat}", "10 Arbeitstage vor {anchor.dat}"),
            phrase("can be counted in days or in business days"),
        ),
        Refusal(
            (
                "[am ](letzten|vorigen|vergangenen) {weekday}",
                "(letzte|vorige|vergangene) Woche",
                "(letzten|vorigen|vergangenen) Monat",
                "gestern",
                "vor {amount}",
            ),
            why=phrase("lies in the past"),
            help=phrase(
                "a timing looks ahead: say after what it comes, as in `{example}`",
                example="1 Woche nach dem Start",
            ),
        ),
        Refusal(
            (
                "[ein |einen |eine ](halber|halben|halbe) (Tag|Woche|Monat)[ später]",
                "[einen |eine ](halben|halbe) (Tag|Woche|Monat) (nach|vor) {anchor.dat}",
                "innerhalb (eines halben Tages|eines halben Monats|einer halben Woche)",
            ),
            why=phrase("is no whole number"),
            help=phrase("use a whole number, of a smaller unit where there is one"),
        ),
        Refusal(
            (
                "[bis |bis zum |am |vor ](Tagesende|Ende des Tages|Ende des Arbeitstages)",
                "[bis ](Feierabend|Geschäftsschluss|Büroschluss)",
                "[bis |bis zum |am ]Dienstschluss",
            ),
            ("innerhalb von 0 Kalendertagen", "um 17:00 Uhr 0 Kalendertage später"),
        ),
        Refusal(
            (
                "[bis |bis zum |am |vor ]Ende (der|dieser) (Woche|Kalenderwoche)",
                "[bis |bis zum |zum ]Wochenschluss",
            ),
            ("wenn die Kalenderwoche vorüber ist", "am Freitag derselben Kalenderwoche"),
        ),
        Refusal(
            (
                "[bis |bis zum |am |vor ](Monatsende|Ende des Monats|Ende dieses Monats)",
                "[zum ]Monatsende",
            ),
            ("wenn der Kalendermonat vorüber ist",),
            phrase("does not say which day and which month"),
        ),
        Refusal(
            ("[bis zum |zum |am |vor dem |nach dem |übers ]Wochenende",),
            (
                "am Samstag derselben Kalenderwoche",
                "am Montag der folgenden Kalenderwoche",
            ),
        ),
        Refusal(
            ("(Mitte der Woche|Wochenmitte|in der Wochenmitte|unter der Woche)",),
            (
                "am Mittwoch derselben Kalenderwoche",
                "am Mittwoch der folgenden Kalenderwoche",
            ),
        ),
        Refusal(
            ("[in |nach ](ein paar|einigen|wenigen) Tagen", "(ein paar|einige|wenige) Tage später"),
            ("2 Kalendertage später", "2 bis 3 Kalendertage später"),
            phrase("does not say how many days"),
        ),
        Refusal(
            ("(ein paar|einige|wenige) Tage nach {anchor.dat}",),
            (
                "2 Kalendertage nach {anchor.dat}",
                "2 bis 3 Kalendertage nach {anchor.dat}",
            ),
            phrase("does not say how many days"),
        ),
        Refusal(
            ("in {amount}", "ab jetzt {amount}"),
            ("{amount} später", "{amount} nach dem Start"),
            phrase("does not say what it counts from"),
        ),
        Refusal(
            ("{amount}", "für {amount}", "{amount} lang"),
            ("{amount} später", "innerhalb von {amount}"),
        ),
        Refusal(
            ("morgen",),
            ("1 Kalendertag später", "1 Kalendertag nach dem Start"),
            phrase("does not say what it counts from"),
        ),
        Refusal(
            ("heute", "(sofort|gleich|jetzt|umgehend|unverzüglich|so bald wie möglich)"),
            ("0 Stunden später", "0 Stunden nach dem Start"),
            phrase("does not say what it counts from"),
        ),
        Refusal(
            ("{amount} (davor|vorher|zuvor|früher)",),
            why=phrase("does not say what it counts back from"),
            help=phrase(
                "name the step, as in `{example}`", example="{amount} vor dem Schritt „pause“"
            ),
        ),
        Refusal(
            ("{each}", "{each} wiederholen"),
            ("{each}, höchstens 2-mal", "{each}, höchstens 3-mal"),
            phrase("does not say how often"),
        ),
        Refusal(
            ("{each} nach {anchor.dat}",),
            (
                "{each} nach {anchor.dat}, höchstens 2-mal",
                "{each} nach {anchor.dat}, höchstens 3-mal",
            ),
            phrase("does not say how often"),
        ),
        Refusal(
            ("wöchentlich",),
            ("jede Woche, höchstens 2-mal", "jede Woche, höchstens 3-mal"),
            phrase("does not say how often"),
        ),
        Refusal(
            ("täglich",),
            ("jeden Kalendertag, höchstens 3-mal", "jeden Arbeitstag, höchstens 3-mal"),
        ),
        Refusal(
            ("monatlich",),
            ("jeden Monat, höchstens 2-mal", "jeden Monat, höchstens 3-mal"),
            phrase("does not say how often"),
        ),
        Refusal(
            (
                "(bis|bis zu|bis zum|bis zur) {anchor.dat}",
                "bis {amount} (nach|vor) {anchor.dat}",
                "bis [zu ]{amount}[ später]",
            ),
            (),
            phrase("does not say whether its last day is included"),
            phrase(
                "say from when, as in `{window}`, or until when, as in `{before}`",
                window="innerhalb von 5 Arbeitstagen nach dem Schritt „call“",
                before="1 Kalendertag vor dem Schritt „pause“",
            ),
        ),
        Refusal(
            ("{rest}[,] um {time}[ Uhr]",),
            ("um {time} Uhr {rest}",),
            phrase("could set the time of either date; the time of day goes first"),
        ),
    ),
    date="{weekday}, {day}. {month} {year}",
    moment="{date}, {time} Uhr",
    counted="gezählt ab {start}: {falls}",
)
