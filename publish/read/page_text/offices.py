"""Words that tell a role from a body where a line of the signatories has only one of them."""

from __future__ import annotations

import re

#: Words of a role: somebody directs, reports, presides.
ROLE_WORDS = re.compile(
    r"(?<!\w)(?:\w*director\w*|direct(?:rice|eur)\w*|rapport\w+|president\w*|présiden\w+|"
    r"presiden\w+|chair\w*|secretar\w*|secrétaire\w*|commissioner|commissaire|comisionad[oa]|"
    r"haut-commissaire|administrat\w+|administrador\w*|coordinat\w+|coordonnat\w+|coordinador\w*|"
    r"envoy|envoyée?|enviad[oa]|advis[eo]r|conseill\w+|ases\w+r\w*|expert\w*|minist(?:er|re|ro|ra)|"
    r"head|chef\w*|jef[ea]|ambassad\w+|embajador\w*|representative|représentant\w*|"
    r"representante|manager|founder|fondat\w+|fundador\w*|officer|chief|general counsel|"
    r"spokes\w+|porte-parole|portavoz|relator[a]?|ombuds\w+|defensor\w*|bishop|professor|"
    r"diret(?:or|ora)|presidenta|secretári[oa]|coordenador\w*|embaixador\w*|ministr[oa]|relatora?|"
    r"comissári[oa]|direttor\w*|direttrice|segretari[oa]|commissari[oa]|coordinat(?:ore|rice)|"
    r"geschäftsführer\w*|direktor\w*|präsident\w*|vorsitzende\w*|generalsekretär\w*|"
    r"beauftragte\w*|leiter(?:in)?|mkurugenzi|mwenyekiti|katibu|waziri|mratibu|balozi|mkuu|"
    r"mayor|maire|alcaldes?a?|prefeit[oa]|bürgermeister\w*|sindac[oa]|rector\w*|recteur|rectrice|"
    r"gerente|vocer[oa]|convener|governor|gouverneur\w*|gobernador\w*|dean|bishop|imam|"
    r"chargée? de \w+|responsable|délégué\w*|delegad[oa]|delegate|deputy \w+|"
    r"директор\w*|докладчик\w*|председател\w*|президент\w*|секретар\w*|комиссар\w*|"
    r"координатор\w*|администратор\w*|советник\w*|руководител\w*|министр\w*|глава|эксперт\w*|"
    r"представител\w*|посланник\w*)(?!\w)"
    r"|مدير|رئيس|مقرر|أمين|وكيل|مفوض|منسق|مستشار|وزير|خبير|مبعوث|ممثل"
    r"|主任|总干事|院长|会长|理事长|市长|司长|处长|大使|干事|报告员|主席|秘书长|专员|署长|协调员|顾问|部长|专家|特使|代表|总裁|局长|行长",
    re.IGNORECASE,
)

#: Words of a body: an organisation, a fund, a ministry.
BODY_WORDS = re.compile(
    r"(?<!\w)(?:organi[sz]a\w+|organisme|organismo|fund|fonds|fondo|fondation|foundation|"
    r"fundación|programme|program|programa|agency|agence|agencia|bureau|office|oficina|"
    r"ministry|ministère|ministerio|university|université|universidad|institut\w*|council|"
    r"conseil|consejo|committee|comité|commission|comisión|union|unión|association|asociación|"
    r"network|réseau|red|alliance|alianza|federation|fédération|federación|society|société|"
    r"sociedad|centre|center|centro|bank|banque|banco|group|groupe|grupo|secretariat|"
    r"secrétariat|secretaría|department|département|departamento|coalition|coalición|service|"
    r"conselho|fundação|agência|escritório|gabinete|ministério|universidade|associação|rede|"
    r"aliança|federação|organização|banco|grupo|instituto|ufficio|ministero|agenzia|fondazione|"
    r"associazione|rete|unione|consiglio|comitato|banca|amt|büro|behörde|stiftung|ministerium|"
    r"verein|verband|bund|\w+bund|bundes\w+|netzwerk|hilfswerk|rat|universität|kommission|"
    r"shirika|ofisi|wizara|umoja|mfuko|mtandao|chama|baraza|tume|chuo|"
    r"международн\w+ организац\w+|организац\w+|фонд\w*|программ\w+|агентств\w+|управлени\w+|"
    r"бюро|министерств\w+|университет\w*|институт\w*|совет\w*|комитет\w*|комисси\w+|союз\w*|"
    r"ассоциаци\w+|сеть|альянс\w*|федераци\w+|центр\w*|банк\w*|отдел\w*|верховн\w+ комиссариат\w*)"
    r"(?!\w)|منظمة|المنظمة|مكتب|المكتب|برنامج|البرنامج|صندوق|الصندوق|وكالة|الوكالة|المفوضية|"
    r"مفوضية|وزارة|جامعة|معهد|مجلس|لجنة|اللجنة|اتحاد|الاتحاد|شبكة|مؤسسة|المؤسسة|هيئة|الهيئة|مركز"
    r"|组织|基金|规划署|计划署|办公室|办事处|机构|委员会|联盟|协会|理事会|大学|研究所|部$|署$|局$|中心|银行"
    r"|组織|處$|公署",
    re.IGNORECASE,
)
