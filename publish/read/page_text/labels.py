"""The words by which a page text is recognised, as data, and how a line is held against them.

Each table maps a language to phrases. Phrases are compared without regard to capitals, accents,
Arabic vowel signs, kind of apostrophe, hyphens and closing colons; see `plain`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

Phrases = Mapping[str, tuple[str, ...]]


def phrases(**languages: str) -> Phrases:
    """Return a table of phrases in their plain form; ``|`` stands between phrases."""
    return {
        language: tuple(plain(phrase) for phrase in text.split("|"))
        for language, text in languages.items()
    }


_COLONS = ":：﹕"
_COMMAS = tuple(",،，")
_LONGEST_LABEL = 250
_APOSTROPHES = re.compile("[’‘ʼ`´]")
_SPACES = re.compile(r"[\s\-‐‑]+")


@lru_cache(maxsize=4096)  # the same short lines are held against many tables
def plain(text: str) -> str:
    """Return a line as it is compared: small letters without accents, single spaces, no colon."""
    text = text.strip().rstrip(_COLONS).strip()
    if text.isascii():
        return _SPACES.sub(" ", text.casefold()).strip()
    letters = unicodedata.normalize("NFKD", _APOSTROPHES.sub("'", text.casefold()))
    bare = "".join(c for c in letters if unicodedata.category(c) not in ("Mn", "Cf"))
    return _SPACES.sub(" ", bare.replace("ـ", "")).strip()


#: Lines that say: now come the names. These are labels wherever they stand alone.
SIGNED_BY = phrases(
    en="signed by|signed|co-signed by|signatories|the signatories|signatory organisations|"
    "signatory organizations|signatory bodies|list of signatories|signatories to the statement|"
    "this statement is signed by|this statement was signed by|the undersigned|"
    "signed on behalf of|issued by|yours sincerely|sincerely|respectfully",
    fr="signé par|signée par|signé|signée|signés|ont signé|signataires|les signataires|"
    "organisations signataires|"
    "organismes signataires|liste des signataires|les soussignés|signé au nom de|"
    "déclaration signée par|cosigné par|cosignée par|cette déclaration est signée par",
    es="firmado por|firmada por|firmado|firman|atentamente|firmantes|los firmantes|"
    "signatarios|los signatarios|"
    "organizaciones firmantes|organizaciones signatarias|lista de firmantes|suscrito por|"
    "suscrita por|suscriben|los abajo firmantes|firmado en nombre de|declaración firmada por",
    ru="подписали|подписано|подписанты|подписавшие|подписавшие стороны|подписавшие организации|"
    "заявление подписали|под заявлением подписались|список подписавших|за подписью|"
    "подписали от имени|настоящее заявление подписали|подписи|с уважением",
    ar="الموقعون|الموقعون على البيان|الموقّعون|الجهات الموقعة|المنظمات الموقعة|وقعه|وقع عليه|"
    "وقع البيان|موقع من|موقع من قبل|وقعها|توقيع|التوقيعات|قائمة الموقعين|أسماء الموقعين",
    zh="签署人|签署方|签署者|签署机构|签署单位|签署|签名|联署人|联署方|联署机构|联署|共同签署|"
    "联合签署|签署名单|签字人|本声明由以下人士签署|簽署人|簽署方|簽署機構|簽署|聯署人|聯署",
    pt="assinado por|assinada por|assinado|signatários|organizações signatárias|"
    "os signatários|assinam|subscrevem",
    de="unterzeichnet von|unterzeichnet|gez|mit freundlichen grüßen|unterzeichner|"
    "unterzeichnende|die unterzeichnenden|gezeichnet",
    it="firmato da|firmata da|firmatari|i firmatari|sottoscritto da",
    nl="ondertekend door|ondertekenaars",
    sw="imesainiwa na|imetiwa saini na|waliotia saini|waliosaini",
)

#: The same with less weight: they also begin sentences, so they need a colon or names below.
ON_BEHALF_OF = phrases(
    en="on behalf of|joint statement by|statement by",
    fr="au nom de|pour le compte de|pour",
    es="en nombre de|por",
    ru="от имени|от лица",
    ar="نيابة عن|بالنيابة عن|باسم|عن",
    zh="代表|谨代表|發言人",
    pt="em nome de",
    de="im namen von|für",
    it="a nome di",
)

#: What the text is. A short line of this alone is the line above the title; with more words it is
#: the subtitle.
KINDS = phrases(
    en="joint statement|joint declaration|joint press release|joint communique|joint call|"
    "joint appeal|joint message|joint open letter|statement by|statement of|statement from|"
    "declaration by|press release|news release|media statement|statement|communique|"
    "principals' statement|open letter|for immediate release",
    fr="déclaration commune|déclaration conjointe|communiqué conjoint|communiqué commun|"
    "communiqué de presse|appel commun|appel conjoint|message commun|lettre ouverte|"
    "déclaration des|déclaration du|déclaration de|déclaration|communiqué|"
    "pour diffusion immédiate",
    es="declaración conjunta|declaración común|comunicado conjunto|comunicado de prensa|"
    "llamamiento conjunto|mensaje conjunto|carta abierta|nota de prensa|declaración de|"
    "declaración|comunicado|para publicación inmediata",
    ru="совместное заявление|совместная декларация|совместное коммюнике|совместный призыв|"
    "совместное обращение|совместное послание|пресс-релиз|открытое письмо|заявление|коммюнике",
    ar="بيان مشترك|إعلان مشترك|نداء مشترك|رسالة مشتركة|بلاغ مشترك|بيان صحفي|رسالة مفتوحة|"
    "البيان المشترك|تصريح مشترك|بيان",
    zh="联合声明|共同声明|联合公报|联合呼吁|联合倡议|联合致辞|新闻稿|公开信|声明|聯合聲明|共同聲明|新聞稿",
    pt="declaração conjunta|comunicado conjunto|comunicado de imprensa|declaração",
    de="gemeinsame erklärung|gemeinsamer aufruf|pressemitteilung|offener brief|erklärung",
    it="dichiarazione congiunta|comunicato congiunto|comunicato stampa|dichiarazione",
    nl="gezamenlijke verklaring|persbericht|verklaring",
    sw="taarifa ya pamoja|taarifa kwa vyombo vya habari|tamko la pamoja|taarifa",
)

#: Headings of what follows the signatories and is meant for the press.
NOTES = phrases(
    en="notes to editors|note to editors|note to editor|notes for editors|notes|note",
    fr="notes aux rédacteurs|note aux rédacteurs|notes aux rédactions|note aux rédactions|"
    "note à l'attention des rédacteurs|notes|note",
    es="notas para los editores|nota para los editores|notas a los editores|"
    "nota a los editores|nota para editores|notas para editores|notas|nota",
    ru="к сведению редакций|к сведению редакторов|примечания для редакторов|"
    "примечание для редакторов|примечания|примечание",
    ar="ملاحظات للمحررين|ملاحظة للمحررين|ملاحظات إلى المحررين|ملاحظة إلى المحررين|ملاحظات|ملاحظة",
    zh="编者注|编辑注意|给编辑的说明|致编辑|编者按|注",
    pt="notas aos editores|nota aos editores",
    de="hinweise für die redaktion|hinweis für die redaktion|hinweise an die redaktion",
    it="note per i redattori|nota per i redattori",
)

#: Other headings that open what follows the signatories. They are kept as headings.
CONTACTS = phrases(
    en="contact|contacts|media contact|media contacts|press contact|press contacts|"
    "for more information|for more information, please contact|for further information|"
    "for media enquiries|for media inquiries|media enquiries|media inquiries|"
    "for more information contact|photos and video",
    fr="contact|contacts|contact presse|contacts presse|contact médias|contacts médias|"
    "contact pour les médias|contacts pour les médias|pour plus d'informations|"
    "pour plus d'information|pour tout renseignement|pour plus d'informations, contacter|"
    "pour plus d'informations, veuillez contacter|relations avec les médias",
    es="contacto|contactos|contacto de prensa|contactos de prensa|contacto para medios|"
    "contactos para los medios|contacto para los medios|para más información|"
    "para más información, contactar|para más información, póngase en contacto con",
    ru="контакты|контактная информация|контакты для прессы|контакты для сми|контакт для сми|"
    "дополнительная информация|за дополнительной информацией обращайтесь",
    ar="للاتصال|جهات الاتصال|جهة الاتصال|الاتصال الإعلامي|للتواصل|للتواصل الإعلامي|"
    "لمزيد من المعلومات|للمزيد من المعلومات|للاستفسارات الإعلامية",
    zh="联系人|媒体联系|媒体联络|媒体联系人|联系方式|新闻联系人|如需更多信息|欲了解更多信息|更多信息",
    pt="contacto|contactos|contato|contatos|para mais informações",
    de="kontakt|pressekontakt|weitere informationen",
    it="contatti|contatto|per ulteriori informazioni",
)

#: Headings of an organisation's page, by what the section is about.
SECTIONS: Mapping[str, Phrases] = {
    "about": phrases(
        en="who we are|about us|about|our mission|mission|our mandate|mandate|history",
        fr="qui sommes nous|qui sommes nous ?|à propos|à propos de nous|notre mission|"
        "notre mandat|histoire|présentation",
        es="quiénes somos|¿quiénes somos?|acerca de|sobre nosotros|nuestra misión|historia",
        ru="кто мы|о нас|об организации|наша миссия|наш мандат|история",
        ar="من نحن|نبذة عنا|عن المنظمة|حول المنظمة|مهمتنا|رسالتنا|ولايتنا|تاريخنا",
        zh="我们是谁|关于我们|机构简介|我们的使命|我们的任务|历史|關於我們|我們是誰",
    ),
    "structure": phrases(
        en="structure|our structure|organisational structure|organizational structure|"
        "organisation chart|organization chart|how we are organised|how we are organized",
        fr="structure|notre structure|structure organisationnelle|organigramme|organisation",
        es="estructura|nuestra estructura|estructura orgánica|estructura organizativa|organigrama",
        ru="структура|наша структура|организационная структура|структура организации",
        ar="الهيكل|هيكلنا|الهيكل التنظيمي|هيكل المنظمة|البنية التنظيمية",
        zh="组织结构|组织架构|机构设置|架构|结构|我们的架构|組織架構",
    ),
    "work": phrases(
        en="our work|what we do|areas of work|programmes|programs|our programmes",
        fr="notre travail|ce que nous faisons|nos activités|notre action|nos programmes",
        es="nuestro trabajo|qué hacemos|lo que hacemos|nuestra labor|programas",
        ru="наша работа|что мы делаем|чем мы занимаемся|наша деятельность|программы",
        ar="عملنا|ما نقوم به|ماذا نفعل|مجالات عملنا|أعمالنا|برامجنا",
        zh="我们的工作|工作内容|我们做什么|工作领域|我們的工作",
    ),
    "countries": phrases(
        en="where we work|countries|locations",
        fr="où travaillons nous|où nous travaillons|où nous intervenons|pays",
        es="dónde trabajamos|países",
        ru="где мы работаем|страны",
        ar="أين نعمل|البلدان|الدول",
        zh="我们在哪里工作|工作地点|国家",
    ),
    "partners": phrases(
        en="partners|our partners|partnerships|who we work with",
        fr="partenaires|nos partenaires|partenariats",
        es="socios|nuestros socios|alianzas|asociaciones|colaboradores",
        ru="партнеры|наши партнеры|партнерство|партнерства",
        ar="الشركاء|شركاؤنا|الشراكات|شراكاتنا",
        zh="合作伙伴|我们的伙伴|伙伴关系|伙伴|合作夥伴",
    ),
    "join": phrases(
        en="act|take action|get involved|join us|work with us|careers|jobs|vacancies|donate",
        fr="agir|travailler avec nous|engagez vous|s'engager|rejoignez nous|nous rejoindre|"
        "emplois|recrutement|faire un don|carrières",
        es="actúa|participa|únete|trabaja con nosotros|trabaje con nosotros|involúcrate|"
        "empleo|empleos|donar",
        ru="принять участие|присоединяйтесь|работа у нас|вакансии|действуйте|карьера",
        ar="شارك|شارك معنا|انضم إلينا|اعمل معنا|الوظائف|تحرك|تبرع",
        zh="参与|参与我们|加入我们|与我们合作|招聘|职位|行动|捐款",
    ),
    "data": phrases(
        en="data|data and research|research|data and resources|publications",
        fr="données|données et recherche|recherche|publications|données et ressources",
        es="datos|datos e investigación|investigación|publicaciones|datos y recursos",
        ru="данные|данные и исследования|исследования|публикации",
        ar="البيانات|البيانات والبحوث|البحوث|بيانات|المنشورات",
        zh="数据|数据与研究|研究|数据和研究|出版物",
    ),
    "news": phrases(
        en="home|news|newsroom|press|press centre|press center|media|events|latest news",
        fr="accueil|actualités|actualité|presse|espace presse|médias|événements|salle de presse",
        es="inicio|noticias|prensa|sala de prensa|medios|eventos",
        ru="главная|новости|пресса|пресс-центр|события|мероприятия",
        ar="الرئيسية|الأخبار|أخبار|الصحافة|المركز الإعلامي|الفعاليات",
        zh="首页|新闻|新闻中心|媒体|活动|首頁|新聞",
    ),
    "contact": phrases(
        en="contact|contact us",
        fr="contact|contactez nous|nous contacter",
        es="contacto|contáctenos",
        ru="контакты|связаться с нами",
        ar="اتصل بنا|للاتصال بنا",
        zh="联系我们|聯繫我們",
    ),
}

#: How languages call themselves in the menu of a page.
OWN_NAMES = {
    plain(name): language
    for language, names in {
        "ar": "العربية",
        "de": "Deutsch",
        "en": "English",
        "es": "Español",
        "fr": "Français",
        "it": "Italiano",
        "pt": "Português",
        "ru": "Русский",
        "zh": "中文|简体中文",
    }.items()
    for name in names.split("|")
}

_END_WORDS = re.compile(
    r"[-–—*#\s]*(?:ends?|fin|final|fim|ende|fine|конец|انتهى|النهاية|完|结束|結束)[-–—*#.\s]*",
    re.IGNORECASE,
)
_END_SIGNS = re.compile(r"#(?:\s*#)+|\*(?:\s*\*){2,}|[-–—]\s*30\s*[-–—]|[（(]完[）)]")


@dataclass(frozen=True, slots=True)
class Kind:
    """What a line says about the kind of text.

    Attributes:
        language: of the phrase.
        is_whole: whether the phrase is all of the line.
        is_sure: whether it is more than one word like "Declaration", which also begins titles.
    """

    language: str
    is_whole: bool
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Label:
    """A line that says what follows.

    Attributes:
        text: the label as the author wrote it, with its colon.
        rest: what stands behind the label on the same line.
        language: of the phrase that was recognised.
        strong: whether the phrase is all of the label, and a label wherever it stands alone.
    """

    text: str
    rest: str
    language: str
    strong: bool


def signing_label(text: str) -> Label | None:
    """Recognise a label for signatories: ``Signed by``, ``Signé par :``, ``签署人：`` and such.

    The phrase may be followed by a few words and a colon ("Signed by the heads of:"), or by a
    colon and the first name on the same line.
    """
    head, colon, rest = _at_first_colon(text)
    if not colon and head[-1:] in _COMMAS:
        head, colon = head[:-1], head[-1]  # "Signed," above the names
    for strong, table in ((True, SIGNED_BY), (False, ON_BEHALF_OF)):
        if language := whole(head, table):
            if colon or strong:
                return Label(head + colon, rest, language, strong)
        elif colon and not rest and len(head) <= 60 and (language := opens(head, table)):
            return Label(head + colon, "", language, strong=False)
    return None


def kind_of_text(text: str) -> Kind | None:
    """Recognise what a line says the text is: a joint statement, a press release."""
    if len(text) > _LONGEST_LABEL:
        return None
    if language := whole(text, KINDS):
        return Kind(language, is_whole=True, is_sure=True)
    padded = f" {plain(text)} "
    for language, known in KINDS.items():
        spaced = language != "zh"  # Chinese has no spaces between words
        long = (phrase for phrase in known if " " in phrase or not spaced)
        if any((f" {phrase} " if spaced else phrase) in padded for phrase in long):
            return Kind(language, is_whole=False, is_sure=True)
        # A single word says it only at the head of the line: "Statement of the …".
        if any(padded.startswith(f" {phrase} ") for phrase in known):
            return Kind(language, is_whole=False, is_sure=False)
    return None


def section_key(heading: str) -> str:
    """Return what a section of an organisation's page is about; empty if unknown."""
    for key, table in SECTIONS.items():
        if whole(heading, table):
            return key
    return ""


def is_end_mark(text: str) -> bool:
    """Whether a line is ENDS, FIN, ### or the like."""
    return bool(_END_WORDS.fullmatch(text) or _END_SIGNS.fullmatch(text))


def opens_notes(text: str) -> bool:
    """Whether a line is a heading such as "Notes to editors"."""
    return bool(whole(text, NOTES))


def opens_contacts(text: str) -> bool:
    """Whether a line is a heading such as "Media contacts"."""
    return bool(whole(text, CONTACTS))


def whole(text: str, table: Phrases) -> str:
    """Return the language whose phrase is all of the text; empty if none."""
    if len(text) > _LONGEST_LABEL:
        return ""
    wanted = plain(text)
    return next((language for language, known in table.items() if wanted in known), "")


def opens(text: str, table: Phrases) -> str:
    """Return the language whose phrase, as whole words, begins the text; empty if none."""
    wanted = plain(text)
    for language, known in table.items():
        if any(_begins(wanted, phrase, language) for phrase in known if len(phrase) > 3):
            return language
    return ""


def languages_of(texts: Iterable[str]) -> list[str]:
    """Return the language of each line that is a known phrase, for telling the language."""
    tables = [SIGNED_BY, NOTES, CONTACTS, *SECTIONS.values()]
    found: list[str] = []
    for text in (text for text in texts if len(text) <= _LONGEST_LABEL):
        wanted = plain(text)
        spoken = {lang for table in tables for lang in table if wanted in table[lang]}
        if len(spoken) == 1:
            found += spoken
        elif kind := kind_of_text(text):
            found.append(kind.language)
    return found


def _begins(text: str, phrase: str, language: str) -> bool:
    return text.startswith(phrase if language == "zh" else phrase + " ")


def _at_first_colon(text: str) -> tuple[str, str, str]:
    """Part a text at its first colon; the spaces around the colon go with it."""
    found = re.search(f"[{_COLONS}]", text)
    if not found:
        return text, "", ""
    head, rest = text[: found.start()].rstrip(), text[found.end() :].lstrip()
    return head, text[len(head) : len(text) - len(rest)], rest
