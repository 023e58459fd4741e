"""Names of cities and countries in many languages: evidence that a text opens with a dateline.

CLDR names a city for each time zone and every country; the seats of international bodies that are
missing there are added below.
"""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from publish.read.page_text.labels import plain

_LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh", "pt", "it", "de")

#: Cities that give no time zone its name, or have another name in datelines.
_SEATS = (
    "Geneva|Genève|Ginebra|Женева|جنيف|日内瓦|日內瓦|Genebra|Ginevra|Genf",
    "New York|Nueva York|Nova Iorque|Нью-Йорк|نيويورك|纽约|紐約",
    "The Hague|La Haye|La Haya|Гаага|لاهاي|海牙|Haia|L'Aia|Den Haag",
    "Washington|Washington DC|Washington, D.C.|Washington D.C.|Вашингтон|واشنطن|华盛顿",
    "Bonn|Бонн|بون|波恩",
    "Montreal|Montréal|Монреаль|مونتريال|蒙特利尔",
    "Bern|Berne|Berna|Берн|برن|伯尔尼",
    "Turin|Torino|Turín|Турин|تورينو|都灵",
    "Strasbourg|Estrasburgo|Страсбург|ستراسبورغ|斯特拉斯堡|Straßburg",
    "Addis Ababa|Addis-Abeba|Addis Abeba|Adís Abeba|Аддис-Абеба|أديس أبابا|亚的斯亚贝巴",
    "Beijing|Pékin|Pekín|Beiging|Пекин|بكين|北京|Peking|Pechino|Pequim",
    "Incheon|仁川|Yaoundé|Yaounde|ياوندي|Goma|غوما",
    "Jerusalem|Jérusalem|Jerusalén|Иерусалим|القدس|耶路撒冷",
    "Gaza|Газа|غزة|加沙|Ramallah|رام الله|Рамалла|拉马拉",
    "Istanbul|Estambul|Стамбул|إسطنبول|伊斯坦布尔|Ankara|Анкара|أنقرة|安卡拉",
    "Panama|Panamá|Panama City|Ciudad de Panamá|Панама|بنما|巴拿马城",
    "Mexico City|Mexico|México|Ciudad de México|Мехико|مكسيكو|墨西哥城",
    "Santiago|Santiago de Chile|Lima|Bogotá|Bogota|Quito|San José|Montevideo|Brasilia|Brasília",
    "Rome|Roma|Рим|روما|罗马|Rom|Vienna|Vienne|Viena|Вена|فيينا|维也纳|Wien",
    "Nairobi|Найроби|نيروبي|内罗毕|Paris|París|Париж|باريس|巴黎|Parigi",
    "Brussels|Bruxelles|Bruselas|Брюссель|بروكسل|布鲁塞尔|Brüssel",
    "London|Londres|Лондон|لندن|伦敦|Londra|Madrid|Мадрид|مدريد|马德里",
    "Copenhagen|Copenhague|Копенгаген|كوبنهاغن|哥本哈根|Kopenhagen",
    "Dakar|Дакар|داكار|达喀尔|Niamey|نيامي|Bamako|باماكو|Ouagadougou|N'Djamena|نجامينا",
    "Cairo|Le Caire|El Cairo|Каир|القاهرة|开罗|Kairo",
    "Amman|Amán|Амман|عمان|عمّان|安曼|Beirut|Beyrouth|Бейрут|بيروت|贝鲁特",
    "Damascus|Damas|Damasco|Дамаск|دمشق|大马士革|Baghdad|Bagdad|Багдад|بغداد|巴格达",
    "Sana'a|Sanaa|صنعاء|Aden|عدن|Tripoli|طرابلس|Tunis|Túnez|Тунис|تونس|突尼斯|Rabat|الرباط",
    "Khartoum|Jartum|Хартум|الخرطوم|喀土穆|Juba|جوبا|Kabul|Kaboul|Кабул|كابل|كابول|喀布尔",
    "Kyiv|Kiev|Киев|كييف|基辅|Moscow|Moscou|Moscú|Москва|موسكو|莫斯科",
    "Bangkok|Бангкок|بانكوك|曼谷|Dhaka|Cox's Bazar|New Delhi|نيودلهي|新德里|Нью-Дели",
    "Islamabad|إسلام آباد|伊斯兰堡|Tokyo|Tokio|Токио|طوكيو|东京|Seoul|首尔|Manila|马尼拉",
    "Suva|Apia|Jakarta|雅加达|Hanoi|河内|Yangon|仰光|Canberra|Ottawa|Port-au-Prince",
    "Kampala|Kigali|Abuja|Lagos|Accra|Pretoria|Johannesburg|Harare|Lusaka|Maputo|Kinshasa",
    "Berlin|Берлин|برلين|柏林|Lisbon|Lisbonne|Lisboa|Warsaw|Varsovie|Варшава|وارسو|华沙",
    "Doha|الدوحة|多哈|Riyadh|Riad|الرياض|利雅得|Abu Dhabi|أبو ظبي|阿布扎比|Manama|المنامة",
    "Shanghai|上海|Hong Kong|香港|Shenzhen|深圳",
)


def is_city(name: str) -> bool:
    """Whether the name is a known city, in any of our languages."""
    return plain(name) in _cities()


def is_country(name: str) -> bool:
    """Whether the name is a country or territory, in any of our languages."""
    return plain(name) in _countries()


@cache
def _cities() -> frozenset[str]:
    names = {plain(name) for row in _SEATS for name in row.split("|")}
    for language in _LANGUAGES:
        for zone, entry in Locale.parse(language).time_zones.items():
            names.add(plain(entry.get("city") or re.sub(r".*/", "", zone).replace("_", " ")))
    return frozenset(name for name in names if len(name) > 1) - {"utc", "gmt", "center", "easter"}


@cache
def _countries() -> frozenset[str]:
    return frozenset(
        plain(name)
        for language in _LANGUAGES
        for code, name in Locale.parse(language).territories.items()
        if not code.isdigit() and code != "ZZ"
    )
