"""Made-up pages in six languages. Bodies, persons and events do not exist."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Signed = tuple[str, str, str]


@dataclass(frozen=True)
class Sample:
    """The parts of a page in one language; `page` puts them together.

    Attributes:
        about: heading and summary, which the page shows glued.
        structure: heading and items.
        menu: headings that stand twice, with the items below the last one.
    """

    language: str
    about: tuple[str, str]
    structure: tuple[str, tuple[str, ...]]
    menu: tuple[tuple[str, ...], tuple[str, ...]]
    title: str
    subtitle: str
    dateline: tuple[str, str]
    places: tuple[str, ...]
    paragraphs: tuple[str, ...]
    label: str
    signed: tuple[Signed, ...]
    comma: str = ", "

    def navigation(self) -> list[str]:
        """The lines of the page above the statement."""
        heading, summary = self.about
        lines = ["-", heading, heading + summary, self.structure[0], self.structure[0]]
        lines += [f"- {item}" for item in self.structure[1]]
        lines.append("-")
        for name in self.menu[0]:
            lines += [name, name]
        return lines + [f"- {item}" for item in self.menu[1]]

    def statement(self, signed: Sequence[Signed], *, bullet: str = "- ") -> list[str]:
        """The lines of the statement with the given signatories."""
        first, *rest = self.paragraphs
        lines = [self.title, self.subtitle, "".join(self.dateline) + first, *rest]
        if signed:
            lines.append(self.label)
        return lines + [bullet + self.comma.join(part for part in one if part) for one in signed]

    def many(self, count: int) -> list[Signed]:
        """Return any number of signatories, no two alike."""
        return [
            (f"{round_ + 1}{name}" if round_ else name, role, body)
            for round_ in range(count // len(self.signed) + 1)
            for name, role, body in self.signed
        ][:count]

    def page(self, count: int = 5) -> str:
        """Return the whole page."""
        return "\n".join(self.navigation() + self.statement(self.many(count))) + "\n"


FRENCH = Sample(
    "fr",
    ("À propos", "Le Bureau des rivières (BDR) relie depuis 1987 les gens qui vivent au bord de "
     "l'eau. Il travaille dans quarante pays."),
    ("Structure", ("Structure organisationnelle", "Directrice", "Directeur adjoint, opérations")),
    (("Notre travail", "Agir"), ("Données et recherche", "Horizon 2040")),
    "Garder les ponts ouverts pendant les crues",
    "Déclaration commune des responsables du BDR, de l’AMP et du FEC",
    ("Lyon/Genève", " – "),
    ("Lyon", "Genève"),
    (
        "Aujourd'hui, nous ouvrons une année de travail pour les ponts des petites villes. "
        "Plus de trois mille d'entre eux - un record - ferment chaque printemps.",
        "Nous savons ce qui manque : des matériaux, des équipes et du temps. Les communes ne "
        "peuvent pas tout porter seules, et nos bureaux seront à leurs côtés.",
        "Ensemble, nous publierons chaque mois la liste des ponts réparés.",
    ),
    "Signé par :",
    (
        ("Inès de La Tour-Vidal", "Directrice par intérim, a.i.", "BDR"),
        ("J. R. O’Callan", "Secrétaire général adjoint aux ponts, aux gués et aux bacs", "AMP"),
        ("Aminata Ndiaye-Roux", "Administratrice", "Fonds d’essai pour les crues (FEC)"),
        ("Karim al-Haddad", "Haut-Commissaire", "HCE"),
        ("Joris van der Meer", "Président", "Union des passeurs"),
    ),
)  # fmt: skip

ENGLISH = Sample(
    "en",
    ("Who we are", "The Office for Rivers (OFR) has linked the people who live by the water since "
     "1987. It works in forty countries."),
    ("Structure", ("Organisation chart", "Director", "Deputy Director for Operations")),
    (("Our work", "Get involved"), ("Data and research", "2040 OUTLOOK")),
    "Keeping the bridges open when the waters rise",
    "Joint statement by the heads of OFR, AMP and FFF",
    ("NEW YORK/GENEVA/ROME", " – "),
    ("NEW YORK", "GENEVA", "ROME"),
    (
        "Today we begin a year of work for the bridges of small towns. More than three thousand "
        "of them - the highest number ever counted - close every spring.",
        "We know what is missing: material, teams and time. The towns cannot carry this alone, "
        "and our offices will be at their side.",
        "Together we will publish the list of repaired bridges every month.",
    ),
    "Signed by",
    (
        ("J. R. O'Neill", "Director, a.i., and Envoy for Bridges", "OFR"),
        ("Maria von und zu Talbach", "Under-Secretary-General for Fords, Ferries and Piers", "AMP"),
        ("Ahmad bin Rashid", "Administrator", "Fund for Floods (FFF)"),
        ("Élodie Brown, Jr., PhD", "High Commissioner", "HCW"),
        ("Anneke van der Berg", "President", "Union of Ferrymen"),
    ),
)  # fmt: skip

SPANISH = Sample(
    "es",
    ("Quiénes somos", "La Oficina de los Ríos (ODR) une desde 1987 a las personas que viven junto "
     "al agua. Trabaja en cuarenta países."),
    ("Estructura", ("Estructura orgánica", "Directora", "Director Adjunto de Operaciones")),
    (("Nuestro trabajo", "Participa"), ("Datos e investigación", "Horizonte 2040")),
    "Mantener abiertos los puentes durante las crecidas",
    "Declaración conjunta de los jefes de la ODR, la AMP y el FPC",
    ("Ginebra y Nueva York, 3 de mayo de 2021", ": "),
    ("Ginebra", "Nueva York"),
    (
        "Hoy empezamos un año de trabajo para los puentes de las ciudades pequeñas. Más de tres "
        "mil de ellos - una cifra nunca vista - cierran cada primavera.",
        "Sabemos lo que falta: materiales, equipos y tiempo. Los pueblos no pueden con todo esto "
        "solos, y nuestras oficinas estarán a su lado.",
        "Juntos publicaremos cada mes la lista de los puentes reparados.",
    ),
    "Firmado por:",
    (
        ("Inés de la Cruz y Vega", "Directora interina", "ODR"),
        ("J. M. O’Higgins", "Secretario General Adjunto de Puentes, Vados y Barcas", "AMP"),
        ("Lucía Fernández-Soto", "Administradora", "Fondo para las Crecidas (FPC)"),
        ("Omar al-Khatib", "Alto Comisionado", "ACA"),
        ("Joaquín del Río", "Presidente", "Unión de Barqueros"),
    ),
)  # fmt: skip

RUSSIAN = Sample(
    "ru",
    ("О нас", "Бюро по делам рек (БДР) с 1987 года объединяет людей, которые живут у воды. Оно "
     "работает в сорока странах."),
    ("Структура", ("Организационная структура", "Директор", "Заместитель директора по операциям")),
    (("Наша работа", "Принять участие"), ("Данные и исследования", "Горизонт 2040")),
    "Сохранить мосты открытыми во время паводков",
    "Совместное заявление руководителей БДР, АМП и ФПП",
    ("Женева/Нью-Йорк, 24 июня 2022 года", " — "),
    ("Женева", "Нью-Йорк"),
    (
        "Сегодня мы начинаем год работы для мостов малых городов. Более трёх тысяч из них - самое "
        "большое число за всё время - закрываются каждую весну.",
        "Мы знаем, чего не хватает: материалов, бригад и времени. Города не могут справиться с "
        "этим одни, и наши бюро будут рядом с ними.",
        "Вместе мы будем каждый месяц публиковать список отремонтированных мостов.",
    ),
    "Подписали:",
    (
        ("Инесса Ветрова", "Исполняющая обязанности директора", "БДР"),
        ("Дж. Р. О'Нил", "Заместитель Генерального секретаря по мостам, бродам и паромам", "АМП"),
        ("Амината Руднева", "Администратор", "Фонд помощи при паводках (ФПП)"),
        ("Карим аль-Хаддад", "Верховный комиссар", "ВКВ"),
        ("Йорис ван дер Меер", "Председатель", "Союз паромщиков"),
    ),
)  # fmt: skip

ARABIC = Sample(
    "ar",
    ("من نحن", "يربط مكتب الأنهار منذ عام 1987 بين الناس الذين يعيشون قرب الماء. وهو يعمل في "
     "أربعين بلداً."),
    ("الهيكل", ("الهيكل التنظيمي", "المديرة", "نائب المديرة لشؤون العمليات")),
    (("عملنا", "شارك معنا"), ("البيانات والبحوث", "أفق 2040")),
    "إبقاء الجسور مفتوحة أثناء الفيضانات",
    "بيان مشترك صادر عن رؤساء مكتب الأنهار ووكالة الموانئ وصندوق الفيضانات",
    ("نيويورك/جنيف", " – "),
    ("نيويورك", "جنيف"),
    (
        "نبدأ اليوم سنة من العمل من أجل جسور المدن الصغيرة. ويغلق أكثر من ثلاثة آلاف منها - وهو "
        "أعلى عدد سُجل حتى الآن - في كل ربيع.",
        "نحن نعرف ما ينقص: المواد والفرق والوقت. ولا تستطيع المدن أن تحمل ذلك وحدها، وستكون "
        "مكاتبنا إلى جانبها.",
        "وسننشر معاً في كل شهر قائمة الجسور التي تم إصلاحها.",
    ),
    "الموقّعون:",
    (
        ("إيناس الوادي", "المديرة بالنيابة", "مكتب الأنهار"),
        ("ج. ر. أونيل", "وكيل الأمين العام لشؤون الجسور، والمعابر والعبّارات", "وكالة الموانئ"),
        ("أميناتا ندياي", "مديرة البرنامج", "صندوق الفيضانات"),
        ("كريم بن حداد", "المفوض السامي", "المفوضية السامية للمياه"),
        ("يوريس فان دير مير", "الرئيس", "اتحاد أصحاب العبّارات"),
    ),
    "، ",
)  # fmt: skip

CHINESE = Sample(
    "zh",
    ("我们是谁", "河流办公室自1987年以来把住在水边的人们联系在一起，并在四十个国家开展工作。"
     "我们的工作由各国的小城市提出。"),
    ("组织架构", ("组织结构", "主任", "负责业务的副主任")),
    (("我们的工作", "加入我们"), ("数据与研究", "2040年展望")),
    "让桥梁在洪水期间保持开放",
    "河流办公室、港口署和洪水基金负责人联合声明",
    ("日内瓦/纽约，2022年6月24日", " — "),
    ("日内瓦", "纽约"),
    (
        "今天，我们为小城市的桥梁开始一年的工作。每年春天有三千多座桥梁关闭，这是有记录以来的最高数字。",
        "我们知道缺少什么：材料、队伍和时间。各城市无法独自承担这一切，我们的办公室将与它们站在一起。",
        "我们将每个月共同公布已修复桥梁的名单。",
    ),
    "签署人：",
    (
        ("伊内斯·德拉图尔", "代理主任", "河流办公室"),
        ("约·奥尼尔", "负责桥梁、渡口和码头事务的副秘书长", "港口署"),
        ("阿米娜塔", "署长", "洪水基金"),
        ("卡里姆·哈达德", "高级专员", "水事高级专员办事处"),
        ("范德梅尔", "主席", "船工联盟"),
    ),
    "，",
)  # fmt: skip

ALL = (FRENCH, ENGLISH, SPANISH, RUSSIAN, ARABIC, CHINESE)
