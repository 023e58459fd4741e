"""Page furniture: what a web page puts around a text, such as links to skip, to share, to terms.

Furniture is in no document. Each line of it is in the report, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from publish.read.page_text.labels import (
    is_end_mark,
    kind_of_text,
    opens_contacts,
    opens_notes,
    phrases,
    signing_label,
    whole,
)
from publish.read.page_text.lines import Line, width
from publish.read.page_text.shape import is_paragraph

#: Buttons and links that stand alone on a line.
_CONTROLS = phrases(
    en="skip to main content|skip to content|skip to navigation|menu|main menu|search|close|"
    "share|share this|share this page|share this article|share on social media|print|"
    "print this page|follow us|read more|back to top|top|site map|sitemap|privacy|privacy policy|"
    "cookie policy|cookies|accept|accept all|accept cookies|terms of use|terms and conditions|"
    "legal notice|log in|login|subscribe|subscribe to our newsletter|sign up for our newsletter|"
    "newsletter|download|download pdf|listen|copy link",
    fr="aller au contenu|aller au contenu principal|passer au contenu|menu|rechercher|recherche|"
    "fermer|partager|partagez|partager cette page|partager cet article|imprimer|suivez nous|"
    "lire la suite|en savoir plus|haut de page|retour en haut|plan du site|mentions légales|"
    "politique de confidentialité|cookies|accepter|tout accepter|conditions d'utilisation|"
    "se connecter|s'abonner|abonnez vous à notre lettre d'information|télécharger|écouter",
    es="pasar al contenido principal|ir al contenido|saltar al contenido|menú|buscar|cerrar|"
    "compartir|comparte|imprimir|síguenos|síganos|síguenos en redes sociales|leer más|ver más|"
    "volver arriba|mapa del sitio|aviso legal|política de privacidad|política de cookies|"
    "aceptar|términos de uso|iniciar sesión|suscríbete|suscribirse|descargar",
    ru="перейти к основному содержанию|перейти к содержанию|меню|поиск|закрыть|поделиться|"
    "распечатать|версия для печати|подписывайтесь на нас|подписаться|читать далее|подробнее|"
    "наверх|карта сайта|политика конфиденциальности|условия использования|войти|скачать",
    ar="تجاوز إلى المحتوى الرئيسي|انتقل إلى المحتوى|القائمة|بحث|إغلاق|شارك|مشاركة|شارك هذه الصفحة|"
    "طباعة|تابعنا|تابعونا|اقرأ المزيد|العودة إلى الأعلى|خريطة الموقع|سياسة الخصوصية|شروط الاستخدام|"
    "تسجيل الدخول|اشترك|تحميل",
    zh="跳转到主要内容|跳到主要内容|跳至内容|菜单|搜索|关闭|分享|分享到|打印|关注我们|阅读更多|更多|返回顶部|"
    "网站地图|隐私政策|使用条款|法律声明|登录|订阅|下载",
    pt="ir para o conteúdo|ir para o conteúdo principal|pesquisar|fechar|partilhar|compartilhar|"
    "imprimir|siga nos|ler mais|leia mais|voltar ao topo|mapa do site|política de privacidade|"
    "termos de uso|subscrever|descarregar|baixar",
    de="zum inhalt springen|zum hauptinhalt springen|menü|suche|schließen|teilen|drucken|"
    "folgen sie uns|weiterlesen|mehr erfahren|nach oben|impressum|datenschutz|"
    "datenschutzerklärung|nutzungsbedingungen|anmelden|abonnieren|herunterladen",
    it="vai al contenuto|vai al contenuto principale|cerca|chiudi|condividi|stampa|seguici|"
    "leggi tutto|torna su|mappa del sito|note legali|informativa sulla privacy|iscriviti|scarica",
    sw="ruka hadi maudhui makuu|shiriki|chapisha|tufuate|soma zaidi",
)

#: Headings of what follows a text on its page: other texts.
_RELATED = phrases(
    en="related|related links|related content|related news|related articles|related stories|"
    "related information|see also|read also|you may also like|more news|more on this topic|"
    "latest news|latest stories|latest statements|recent news|other news|tags|topics|"
    "more stories|read next|most read",
    fr="à lire aussi|lire aussi|voir aussi|sur le même sujet|articles liés|liens utiles|"
    "contenus associés|dernières actualités|autres actualités|actualités récentes|mots clés|"
    "thèmes|les plus lus",
    es="relacionado|relacionados|noticias relacionadas|enlaces relacionados|lea también|"
    "ver también|también le puede interesar|últimas noticias|más noticias|etiquetas|temas",
    ru="читайте также|смотрите также|по теме|материалы по теме|последние новости|ссылки по теме|"
    "другие новости|теги|темы",
    ar="مواضيع ذات صلة|أخبار ذات صلة|روابط ذات صلة|اقرأ أيضاً|اقرأ أيضا|آخر الأخبار|الوسوم",
    zh="相关链接|相关新闻|相关内容|相关阅读|延伸阅读|最新消息|最新新闻|标签|推荐阅读",
    pt="relacionado|notícias relacionadas|leia também|veja também|últimas notícias|etiquetas",
    de="verwandte themen|mehr zum thema|siehe auch|lesen sie auch|weitere meldungen|"
    "aktuelle meldungen|schlagwörter",
    it="correlati|notizie correlate|leggi anche|vedi anche|ultime notizie|altre notizie",
)

_NETWORK = (
    r"(?:facebook|twitter|x|linked\s?in|whatsapp|telegram|instagram|you\s?tube|flickr|tiktok|"
    r"threads|bluesky|mastodon|weibo|wechat|微博|微信|email|e-mail|vk|vkontakte|вконтакте|rss)"
)
_NETWORKS = re.compile(rf"{_NETWORK}(?:(?:\s*[|·•,/]\s*|\s+){_NETWORK})*", re.IGNORECASE)
_SHARE_ON = re.compile(
    r"(?:share|tweet|post|partager|compartir|partilhar|compartilhar|teilen|condividi|поделиться|"
    rf"شارك|分享)\s?(?:on|via|by|sur|par|en|por|no|auf|bei|su|в|على|عبر|到|至)?\s?{_NETWORK}",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"©|\(c\)\s*\d{4}|copyright\s+(?:©|\d{4})|all rights reserved|tous droits réservés|"
    r"todos los derechos reservados|todos os direitos reservados|alle rechte vorbehalten|"
    r"tutti i diritti riservati|все права защищены|جميع الحقوق محفوظة|版权所有|版權所有",
    re.IGNORECASE,
)
_COOKIES = re.compile(r"(?<!\w)(?:cookies?|куки|файлы? cookie)(?!\w)", re.IGNORECASE)
_TAGS = re.compile(r"(?:tags?|topics?|mots-clés|etiquetas|теги|الوسوم|标签)\s?[:：]", re.IGNORECASE)
_TRAIL = re.compile(r"\s+[>›»→]\s+")
_SLASHES = re.compile(r"\s+[/|]\s+")
_HOMES = frozenset("home accueil inicio главная الرئيسية 首页 startseite início inizio".split())
_LONGEST_RIGHTS = 160
_LONGEST_COOKIES = 400
_LONGEST_TRAIL = 160
_LONGEST_NAME = 30


def furniture(line: Line) -> str:
    """Return why a single line is furniture wherever it stands; empty if it is not."""
    text = line.content or line.text
    if whole(text, _CONTROLS) or _NETWORKS.fullmatch(text) or _SHARE_ON.fullmatch(text):
        return "a button or link of the web page"
    if closes_page(line):
        return "the web page's notice of rights"
    if _COOKIES.search(text) and width(text) <= _LONGEST_COOKIES and _speaks_of_site(text):
        return "the web page's notice of cookies"
    if _TAGS.match(text):
        return "key words of the web page"
    return "the path to the web page or its name" if _is_trail(text) else ""


def closes_page(line: Line) -> bool:
    """Whether a line is the notice of rights that stands at the foot of a web page."""
    return bool(_RIGHTS.search(line.text)) and width(line.text) <= _LONGEST_RIGHTS


def foot_of_page(lines: Sequence[Line], body: int, closed: int) -> list[Line]:
    """Return the lines below a statement that belong to the foot of the page.

    Where names or an end mark have closed the statement, all below a heading such as "Related
    links" is foot; else a paragraph may be text again, so only short lines and items are.

    Args:
        lines: lines with text, in order.
        body: index of the first paragraph of the statement.
        closed: number of the line with the notice of rights; 0 if there is none.
    """
    foot: list[Line] = []
    inside = over = False
    for line in lines[body + 1 :]:
        below_rights = 0 < closed < line.number
        if not line.is_item and (whole(line.text, _RELATED) or below_rights):
            inside = True
        elif inside and (_opens_again(line) or (is_paragraph(line.text) and not over)):
            inside = False
        over = over or (not line.is_item and bool(signing_label(line.text)))
        over = over or is_end_mark(line.text)
        if inside:
            foot.append(line)
    return foot


def _opens_again(line: Line) -> bool:
    """Whether a line below the foot is a part of the statement after all."""
    if line.is_item:
        return False
    return opens_notes(line.text) or opens_contacts(line.text) or bool(signing_label(line.text))


def _speaks_of_site(text: str) -> bool:
    return bool(
        re.search(
            r"\b(?:site|website|web|browsing|navigation|sitio|navegación|сайт\w*|seite|sito)\b|"
            r"موقع|网站|網站",
            text,
            re.IGNORECASE,
        )
    )


def _is_trail(text: str) -> bool:
    """Whether a line is a trail such as "Home > News" or a name such as "WRO | Office"."""
    if width(text) > _LONGEST_TRAIL or is_paragraph(text):
        return False
    steps = _TRAIL.split(text)
    if len(steps) > 1 and all(steps) and "«" not in text:
        return steps[0].casefold() in _HOMES or len(steps) > 2
    steps = _SLASHES.split(text)
    if len(steps) > 1 and steps[0].casefold() in _HOMES:
        return True
    short = all(step and width(step) <= _LONGEST_NAME for step in steps)
    return " | " in text and short and not kind_of_text(text)
