"""Turkish: how timings are written and read, and what is refused."""

from typing import Final

from ghostrules.phrases import phrase
from ghostrules.timing._forms import Form
from ghostrules.timing._pack import Fixed, Pack, Refusal, Templates, UnitWords
from ghostrules.timing._units import Unit
from ghostrules.timing._values import Part

_DAY = (1, Unit.DAY)
_BUSINESS_DAY = (1, Unit.BUSINESS_DAY)
_OPEN_DAY = "(iş günü|işgünü)"
_WEEK = "(takvim haftası|hafta)"
_WEEKS = "(takvim haftasının|haftanın)"
_MONTH = "(takvim ayı|ay)"
_MONTHS = "(takvim ayının|ayın)"
_OVER = "(bittiğinde|bitince|sona erdiğinde|sona erince|dolduğunda|geçtiğinde)"
_FROM = "('dan|'den|'tan|'ten)"
_OF = "('ın|'in|'un|'ün|'nın|'nin|'nun|'nün)"
_AT_MOST = "en (fazla|çok)"
_TIMES = "(kez|kere|defa)"
_WHICH_WEEK = (
    "aynı takvim haftasının {weekday} günü",
    "sonraki takvim haftasının {weekday} günü",
)

_HALVES = {
    "yarım saat": "30 dakika",
    "bir buçuk saat": "90 dakika",
    "çeyrek saat": "15 dakika",
}
_SHORT_DAYS = {
    "Pzt": "Pazartesi",
    "Sal": "Salı",
    "Çar": "Çarşamba",
    "Çrş": "Çarşamba",
    "Per": "Perşembe",
    "Cum": "Cuma",
    "Cmt": "Cumartesi",
    "Paz": "Pazar",
}
_TENS = ("yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan")
_ONES = ("bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz")
_NUMBERS = (
    {f"on {one}": str(10 + number) for number, one in enumerate(_ONES, 1) if number > 2}
    | {word: str(10 * number) for number, word in enumerate(_TENS, 2)}
    | {
        f"{ten}{gap}{one}": str(10 * tens + ones)
        for tens, ten in enumerate(_TENS, 2)
        for ones, one in enumerate(_ONES, 1)
        for gap in (" ", "")
    }
)
_CLOCKS = {"gece yarısı": "00.00", "öğlen": "12.00", "öğle": "12.00"}

PACK: Final = Pack(
    language="tr",
    name=phrase("Turkish"),
    quotes=("“", "”"),
    letters={"İ": "i", "I": "ı"},
    mistaken={"ı": "i"},
    units={
        Unit.HOUR: UnitWords(
            "saat", "saat", ("her saat",), ("sa", "sa."), forms={"loc": ("saatte", "saatte")}
        ),
        Unit.MINUTE: UnitWords(
            "dakika",
            "dakika",
            ("her dakika",),
            ("dk", "dk."),
            ("dk", "dk."),
            {"loc": ("dakikada", "dakikada")},
        ),
        Unit.DAY: UnitWords(
            "takvim günü",
            "takvim günü",
            ("her takvim günü", "her gün"),
            ("gün",),
            ("gün",),
            {"loc": ("takvim gününde", "takvim gününde"), "short": ("günde", "günde")},
        ),
        Unit.WEEK: UnitWords(
            "hafta", "hafta", ("her hafta",), forms={"loc": ("haftada", "haftada")}
        ),
        Unit.MONTH: UnitWords("ay", "ay", ("her ay",), forms={"loc": ("ayda", "ayda")}),
        Unit.BUSINESS_DAY: UnitWords(
            "iş günü",
            "iş günü",
            ("her iş günü", "her işgünü"),
            ("işgünü",),
            ("işgünü",),
            {"loc": ("iş gününde", "iş gününde"), "short": ("işgününde", "işgününde")},
        ),
    },
    numbers={
        "iki": 2,
        "üç": 3,
        "dört": 4,
        "beş": 5,
        "altı": 6,
        "yedi": 7,
        "sekiz": 8,
        "dokuz": 9,
        "on": 10,
        "on bir": 11,
        "on iki": 12,
    },
    articles=("bir",),
    ordinals={
        "birinci": 1,
        "ilk": 1,
        "ikinci": 2,
        "üçüncü": 3,
        "dördüncü": 4,
        "beşinci": 5,
        "altıncı": 6,
        "yedinci": 7,
        "sekizinci": 8,
        "dokuzuncu": 9,
        "onuncu": 10,
        "on birinci": 11,
        "on ikinci": 12,
    },
    ordinal_endings=(("", "."),),
    ordinal_also=("'inci", "'ıncı", "'uncu", "'üncü", "'nci", "'ncı", "'ncu", "'ncü"),
    weekdays=("Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi", "Pazar"),
    months=(
        "Ocak",
        "Şubat",
        "Mart",
        "Nisan",
        "Mayıs",
        "Haziran",
        "Temmuz",
        "Ağustos",
        "Eylül",
        "Ekim",
        "Kasım",
        "Aralık",
    ),
    joins=(", ", " ve ", ", ve "),
    repeated=("{amount.loc} bir", "her {amount}"),
    instead=_CLOCKS | _NUMBERS | _HALVES | _SHORT_DAYS,
    timed=(
        "saat {time} itibarıyla {rest}",
        "saat {time}[ itibarıyla| itibariyle][,] {rest}",
        "saat {time}('de|'da|'te|'ta)[,] {rest}",
    ),
    clock=(".", ":"),
    needed=("nom", "abl"),
    start={
        "nom": ("başlangıç", "start"),
        "abl": ("başlangıçtan", f"start{_FROM}", "başlangıç tarihinden"),
    },
    step={
        "nom": ("“{id}” adımı", "[']{id}['] adımı", "[']{id}[']"),
        "abl": (
            "“{id}” adımından",
            "[']{id}['] adımından",
            f"{{id}}{_FROM}",
            "'{id}'['](dan|den|tan|ten)",
        ),
        "gen": (
            "“{id}” adımının",
            "[']{id}['] adımının",
            f"{{id}}{_OF}",
            "'{id}'['](ın|in|un|ün|nın|nin|nun|nün)",
        ),
    },
    fact={
        "nom": ("“{id}” tarihi", "[']{id}['] tarihi"),
        "abl": ("“{id}” tarihinden", "[']{id}['] tarihinden"),
        "gen": ("“{id}” tarihinin", "[']{id}['] tarihinin"),
    },
    parts={
        Part.DELIVERY: {
            "nom": ("{step.gen} teslimi", "{step.gen} (teslim edilmesi|ulaşması)"),
            "abl": (
                "{step.gen} tesliminden",
                "{step.gen} (teslim edilmesinden|ulaşmasından)",
            ),
        },
        Part.DEADLINE: {
            "nom": ("{step.gen} süresinin sonu", "{step.gen} süresinin (bitimi|dolması)"),
            "abl": (
                "{step.gen} süresinin sonundan",
                "{step.gen} süresinin (bitiminden|dolmasından)",
            ),
        },
    },
    forms={
        Form.AFTER: Templates(
            anchored=(
                "{anchor.abl} {amount} sonra",
                "{anchor.abl} itibaren {amount} sonra",
                Fixed("{anchor.abl} sonraki [ilk ]gün", _DAY),
                Fixed(f"{{anchor.abl}} sonraki [ilk ]{_OPEN_DAY}", _BUSINESS_DAY),
            ),
            bare=(
                "{amount} sonra",
                Fixed("(ertesi|bir sonraki|sonraki) (gün|takvim günü)", _DAY),
                Fixed(f"(ertesi|bir sonraki|sonraki) {_OPEN_DAY}", _BUSINESS_DAY),
            ),
        ),
        Form.BEFORE: Templates(
            anchored=(
                "{anchor.abl} {amount} önce",
                "{anchor.abl} {amount} evvel",
                Fixed("{anchor.abl} [bir ]önceki gün", _DAY),
                Fixed(f"{{anchor.abl}} [bir ]önceki [son ]{_OPEN_DAY}", _BUSINESS_DAY),
            ),
        ),
        Form.WEEKDAY_SAME: Templates(
            anchored=(
                "{anchor.nom} ile aynı takvim haftasının {weekday} günü",
                f"{{anchor.nom}} ile aynı {_WEEKS} {{weekday}}[ günü]",
            ),
            bare=(
                "aynı takvim haftasının {weekday} günü",
                f"aynı {_WEEKS} {{weekday}}[ günü]",
            ),
        ),
        Form.WEEKDAY_NEXT: Templates(
            anchored=(
                "{anchor.abl} sonraki takvim haftasının {weekday} günü",
                f"{{anchor.abl}} sonraki {_WEEKS} {{weekday}}[ günü]",
            ),
            bare=(
                "sonraki takvim haftasının {weekday} günü",
                f"[bir ](sonraki|ertesi|izleyen) {_WEEKS} {{weekday}}[ günü]",
            ),
        ),
        Form.WEEKDAY_NTH: Templates(
            anchored=(
                "{anchor.abl} sonraki {nth} takvim haftasının {weekday} günü",
                f"{{anchor.abl}} sonraki {{nth}} {_WEEKS} {{weekday}}[ günü]",
            ),
            bare=(
                "sonraki {nth} takvim haftasının {weekday} günü",
                f"sonraki {{nth}} {_WEEKS} {{weekday}}[ günü]",
            ),
        ),
        Form.WEEK_SAME: Templates(
            anchored=(
                "{anchor.nom} ile aynı takvim haftası bittiğinde",
                f"{{anchor.nom}} ile aynı {_WEEK} {_OVER}",
                f"{{anchor.nom}} ile aynı {_WEEKS} (sonunda|bitiminde)",
            ),
            bare=(
                "takvim haftası bittiğinde",
                f"[aynı ]{_WEEK} {_OVER}",
                f"aynı {_WEEKS} (sonunda|bitiminde)",
            ),
        ),
        Form.WEEK_NEXT: Templates(
            anchored=(
                "{anchor.abl} sonraki takvim haftası bittiğinde",
                f"{{anchor.abl}} sonraki {_WEEK} {_OVER}",
                f"{{anchor.abl}} sonraki {_WEEKS} (sonunda|bitiminde)",
            ),
            bare=(
                "sonraki takvim haftası bittiğinde",
                f"[bir ](sonraki|ertesi|izleyen) {_WEEK} {_OVER}",
            ),
        ),
        Form.WEEK_NTH: Templates(
            anchored=(
                "{anchor.abl} sonraki {nth} takvim haftası bittiğinde",
                f"{{anchor.abl}} sonraki {{nth}} {_WEEK} {_OVER}",
            ),
            bare=(
                "sonraki {nth} takvim haftası bittiğinde",
                f"sonraki {{nth}} {_WEEK} {_OVER}",
            ),
        ),
        Form.MONTH_SAME: Templates(
            anchored=(
                "{anchor.nom} ile aynı takvim ayı bittiğinde",
                f"{{anchor.nom}} ile aynı {_MONTH} {_OVER}",
                f"{{anchor.nom}} ile aynı {_MONTHS} (sonunda|bitiminde)",
            ),
            bare=(
                "takvim ayı bittiğinde",
                f"[aynı ]{_MONTH} {_OVER}",
                f"aynı {_MONTHS} (sonunda|bitiminde)",
            ),
        ),
        Form.MONTH_NEXT: Templates(
            anchored=(
                "{anchor.abl} sonraki takvim ayı bittiğinde",
                f"{{anchor.abl}} sonraki {_MONTH} {_OVER}",
                f"{{anchor.abl}} sonraki {_MONTHS} (sonunda|bitiminde)",
            ),
            bare=(
                "sonraki takvim ayı bittiğinde",
                f"[bir ](sonraki|ertesi|izleyen) {_MONTH} {_OVER}",
            ),
        ),
        Form.MONTH_NTH: Templates(
            anchored=(
                "{anchor.abl} sonraki {nth} takvim ayı bittiğinde",
                f"{{anchor.abl}} sonraki {{nth}} {_MONTH} {_OVER}",
            ),
            bare=(
                "sonraki {nth} takvim ayı bittiğinde",
                f"sonraki {{nth}} {_MONTH} {_OVER}",
            ),
        ),
        Form.WITHIN: Templates(
            anchored=(
                "{anchor.abl} itibaren {amount} içinde",
                "{anchor.abl} (sonra|sonraki) {amount} içinde",
            ),
            bare=(
                "önceki adımdan itibaren {amount} içinde",
                "[bir ]önceki adımdan (itibaren|sonraki) {amount} içinde",
            ),
        ),
        Form.BETWEEN: Templates(
            anchored=(
                "{anchor.abl} {low} ila {high} sonra",
                "{anchor.abl} {low}-{high} sonra",
                "{anchor.abl} {low} ile {high} sonrası arasında",
            ),
            bare=(
                "{low} ila {high} sonra",
                "{low}-{high} sonra",
                "{low} ile {high} sonrası arasında",
            ),
        ),
        Form.BETWEEN_MIXED: Templates(
            anchored=(
                "{anchor.abl} {first} ile {second} sonrası arasında",
                "{anchor.abl} {first} ila {second} sonra",
            ),
            bare=(
                "{first} ile {second} sonrası arasında",
                "{first} ila {second} sonra",
            ),
        ),
        Form.SEVERAL: Templates(
            anchored=("{anchor.abl} {amounts} sonra",),
            bare=("{amounts} sonra",),
        ),
        Form.EVERY: Templates(
            anchored=(
                "{anchor.abl} itibaren {each}, en fazla {times} kez",
                f"{{anchor.abl}} (itibaren|sonra) {{each}}[,] {_AT_MOST} {{times}} {_TIMES}",
            ),
            bare=(
                "{each}, en fazla {times} kez",
                f"{{each}}[,] {_AT_MOST} {{times}} {_TIMES}",
            ),
        ),
        Form.DEADLINE: Templates(
            anchored=(
                "{step.gen} süresi dolduğunda",
                f"{{step.gen}} süresi {_OVER}",
                "{step.gen} süresi dolunca",
                "{step.gen} (süresinin bitiminde|süresinin sonunda)",
            ),
        ),
    },
    refusals=(
        Refusal(
            (
                "(bu|önümüzdeki|gelecek|sonraki|bir sonraki|haftaya) {weekday}[ günü]",
                "(bu|önümüzdeki|gelecek) hafta {weekday}[ günü]",
                "(önümüzdeki|gelecek) haftanın {weekday} günü",
            ),
            _WHICH_WEEK,
        ),
        Refusal(
            (
                "[en geç ]{weekday}[ günü]",
                "{weekday} (gününe|günü akşamına) kadar",
                "{weekday}('ya|'ye|ya|ye|a|e|'e|'a) kadar",
                "{weekday} gününden önce",
            ),
            _WHICH_WEEK,
            phrase("does not say of which week"),
        ),
        Refusal(
            ("[bu |önümüzdeki |gelecek ](hafta sonu|haftasonu|hafta sonunda|haftasonunda)",),
            (
                "aynı takvim haftasının Cumartesi günü",
                "takvim haftası bittiğinde",
            ),
            phrase("is the weekend, not the end of the week"),
        ),
        Refusal(
            ("{anchor.nom} ile aynı (hafta sonu|hafta sonunda)",),
            (
                "{anchor} ile aynı takvim haftasının Cumartesi günü",
                "{anchor} ile aynı takvim haftası bittiğinde",
            ),
            phrase("is the weekend, not the end of the week"),
        ),
        Refusal(
            ("[bu |önümüzdeki |gelecek ](haftanın sonu|haftanın sonunda|haftanın sonuna kadar)",),
            ("takvim haftası bittiğinde", "aynı takvim haftasının Cuma günü"),
        ),
        Refusal(
            ("(önümüzdeki hafta|gelecek hafta|haftaya|sonraki hafta)",),
            ("1 hafta sonra", "sonraki takvim haftasının Pazartesi günü"),
        ),
        Refusal(
            ("(önümüzdeki|gelecek|sonraki) ay",),
            ("1 ay sonra", "takvim ayı bittiğinde"),
        ),
        Refusal(
            ("{amount} içinde", "(bugünden|şu andan) itibaren {amount} içinde"),
            ("önceki adımdan itibaren {amount} içinde", "{amount} sonra"),
            phrase("does not say what it counts from"),
        ),
        Refusal(
            ("{anchor.abl} {amount} içinde",),
            ("{anchor} itibaren {amount} içinde", "{anchor} {amount} sonra"),
        ),
        Refusal(
            (
                "[bu ](gün sonu|günün sonu|gün sonunda|günün sonunda|gün sonuna kadar)",
                "(mesai bitimi|mesai bitiminde|mesai bitimine kadar|mesai saati bitiminde)",
                "(iş günü sonu|iş günü sonunda|iş günü bitiminde)",
            ),
            (
                "önceki adımdan itibaren 0 takvim günü içinde",
                "saat 17.00 itibarıyla 0 takvim günü sonra",
            ),
        ),
        Refusal(
            ("[bu ](ay sonu|ayın sonu|ay sonunda|ayın sonunda|ay sonuna kadar)",),
            ("takvim ayı bittiğinde",),
            phrase("does not say which day and which month"),
        ),
        Refusal(
            ("{rest} kadar",),
            (),
            phrase("does not say whether its last day is included"),
            phrase(
                "say from when, as in `{window}`, or until when, as in `{before}`",
                window="“call” adımından itibaren 5 iş günü içinde",
                before="“pause” adımından 1 takvim günü önce",
            ),
        ),
        Refusal(
            ("(gün aşırı|günaşırı)",),
            ("2 takvim gününde bir, en fazla 2 kez", "2 takvim gününde bir, en fazla 3 kez"),
            phrase("does not say how often"),
        ),
        Refusal(
            ("(geçen|geçtiğimiz) {weekday}[ günü]", "(geçen|geçtiğimiz) (hafta|ay)", "dün"),
            why=phrase("lies in the past"),
            help=phrase(
                "a timing looks ahead: say after what it comes, as in `{example}`",
                example="başlangıçtan 1 hafta sonra",
            ),
        ),
        Refusal(
            (
                "yarım (gün|hafta|ay)[ sonra| içinde]",
                "{anchor.abl} yarım (gün|hafta|ay) (sonra|önce)",
            ),
            why=phrase("is no whole number"),
            help=phrase("use a whole number, of a smaller unit where there is one"),
        ),
        Refusal(
            ("(hafta ortası|hafta ortasında|haftanın ortasında|hafta içi|hafta içinde)",),
            (
                "aynı takvim haftasının Çarşamba günü",
                "sonraki takvim haftasının Çarşamba günü",
            ),
        ),
        Refusal(
            ("birkaç gün (sonra|içinde)",),
            ("2 takvim günü sonra", "2 ila 3 takvim günü sonra"),
            phrase("does not say how many days"),
        ),
        Refusal(
            ("{anchor.abl} birkaç gün sonra",),
            ("{anchor} 2 takvim günü sonra", "{anchor} 2 ila 3 takvim günü sonra"),
            phrase("does not say how many days"),
        ),
        Refusal(
            ("{amount}", "{amount} boyunca"),
            ("{amount} sonra", "önceki adımdan itibaren {amount} içinde"),
        ),
        Refusal(
            ("yarın",),
            ("1 takvim günü sonra", "başlangıçtan 1 takvim günü sonra"),
            phrase("does not say what it counts from"),
        ),
        Refusal(
            ("(bugün|hemen|derhal|şimdi|en kısa sürede|en kısa zamanda)",),
            ("0 saat sonra", "başlangıçtan 0 saat sonra"),
            phrase("does not say what it counts from"),
        ),
        Refusal(
            ("{amount} (önce|evvel|öncesinde)",),
            why=phrase("does not say what it counts back from"),
            help=phrase(
                "name the step, as in `{example}`", example="“pause” adımından {amount} önce"
            ),
        ),
        Refusal(
            ("{each}", "{each} tekrarla"),
            ("{each}, en fazla 2 kez", "{each}, en fazla 3 kez"),
            phrase("does not say how often"),
        ),
        Refusal(
            ("{anchor.abl} (itibaren|sonra) {each}",),
            (
                "{anchor} itibaren {each}, en fazla 2 kez",
                "{anchor} itibaren {each}, en fazla 3 kez",
            ),
            phrase("does not say how often"),
        ),
        Refusal(
            ("haftalık",),
            ("her hafta, en fazla 2 kez", "her hafta, en fazla 3 kez"),
            phrase("does not say how often"),
        ),
        Refusal(
            ("günlük",),
            ("her takvim günü, en fazla 3 kez", "her iş günü, en fazla 3 kez"),
        ),
        Refusal(
            ("aylık",),
            ("her ay, en fazla 2 kez", "her ay, en fazla 3 kez"),
            phrase("does not say how often"),
        ),
        Refusal(
            ("{rest}[,] saat {time}", "{rest}[,] saat {time}('de|'da|'te|'ta| itibarıyla)"),
            ("saat {time} itibarıyla {rest}",),
            phrase("could set the time of either date; the time of day goes first"),
        ),
    ),
    date="{day} {month} {year} {weekday}",
    moment="{date}, saat {time}",
    counted="sayımın başlangıcı {start}, sonucu {falls}",
)
