"""Every character set that browsers know, by its declared name; nothing is stored with wrong letters."""

from __future__ import annotations

import codecs

import pytest

from builder.desk.intake.charsets import codec_of
from builder.desk.kinds import Refusal
from tests.desk.intake.story import read

TEXTS = {
    "tr": "Sendikaya göre salı günü yaklaşık 450 tramvay sürücüsü işi bıraktı ve hatların çoğu bütün gün çalışmadı. ",
    "pl": "Związek poinformował, że około 450 motorniczych przerwało pracę we wtorek i większość linii stała cały dzień. ",
    "cs": "Zhruba 450 řidičů tramvají v úterý přestalo pracovat, uvedly odbory, a většina linek stála celý den. ",
    "hu": "Mintegy 450 villamosvezető hagyta abba a munkát kedden, közölte a szakszervezet, és a legtöbb vonal állt. ",
    "ro": "Aproximativ 450 de vatmani au încetat lucrul marţi, a anunţat sindicatul, şi majoritatea liniilor au stat. ",
    "lt": "Apie 450 tramvajų vairuotojų antradienį nutraukė darbą, pranešė profesinė sąjunga, ir dauguma linijų stovėjo. ",
    "lv": "Ap 450 tramvaju vadītāju otrdien pārtrauca darbu, paziņoja arodbiedrība, un lielākā daļa līniju stāvēja. ",
    "el": "Περίπου 450 οδηγοί τραμ σταμάτησαν την εργασία την Τρίτη, είπε το σωματείο, και οι γραμμές στάθηκαν. ",
    "ru": "Около 450 водителей трамваев во вторник прекратили работу, сообщил профсоюз, и линии стояли весь день. ",
    "uk": "Близько 450 водіїв трамваїв у вівторок вийшли на страйк, повідомила профспілка, і її лінії не працювали. ",
    "he": "כ-450 נהגי חשמלית הפסיקו לעבוד ביום שלישי, אמר האיגוד, ורוב הקווים עמדו כל היום בלי נהגים. ",
    "ar": "أضرب نحو 450 سائق ترام يوم الثلاثاء بحسب النقابة وتوقفت معظم الخطوط طوال اليوم في المدينة كلها. ",
    "th": "คนขับรถรางราว 450 คนหยุดงานเมื่อวันอังคาร สหภาพกล่าว และสายส่วนใหญ่หยุดวิ่งตลอดทั้งวัน ",
    "ja": "組合によると、火曜日に約450人の路面電車の運転士がストライキに入り、ほとんどの路線が終日止まった。",
    "zh": "工会表示，星期二约有450名电车司机罢工，大部分线路全天停驶。市长要求双方立即回到谈判桌前。",
    "zh-TW": "工會表示，星期二約有450名電車司機罷工，大部分路線全天停駛。市長要求雙方立即回到談判桌前。",
    "ko": "노조는 화요일에 약 450명의 전차 운전사가 파업에 들어갔다고 밝혔으며 대부분의 노선이 하루 종일 멈췄다. ",
    "fr": "Quelque 450 conducteurs ont cessé le travail mardi, selon le syndicat, et les lignes sont restées à l’arrêt. ",
    "vi": "Chừng 450 tài xế nghỉ việc, công đoàn nói, và các tuyến đứng yên cả ngày hôm đó trong thành phố. ",
}


def page(text: str, declared: str, language: str = "", title: str = "450") -> str:
    meta = f'<meta charset="{declared}">' if declared else ""
    html = f'<html lang="{language}">' if language else "<html>"
    return f"<!DOCTYPE html>{html}<head>{meta}<title>{title}</title></head><body><article><h1>450 tram</h1><p>{text * 6}</p></article></body></html>"


@pytest.mark.parametrize(
    ("label", "codec", "language"),
    [
        ("windows-1254", "cp1254", "tr"), ("iso-8859-9", "cp1254", "tr"), ("latin5", "cp1254", "tr"), ("windows-1250", "cp1250", "pl"), ("ISO-8859-2", "iso8859-2", "cs"),
        ("cp1250", "cp1250", "hu"), ("iso-8859-2", "iso8859-2", "ro"), ("windows-1257", "cp1257", "lt"), ("iso-8859-13", "iso8859-13", "lv"),
        ("iso-8859-4", "iso8859-4", "lv"), ("windows-1253", "cp1253", "el"), ("ISO-8859-7", "iso8859-7", "el"), ("windows-1251", "cp1251", "ru"), ("koi8-r", "koi8-r", "ru"),
        ("ibm866", "cp866", "ru"), ("iso-8859-5", "iso8859-5", "ru"), ("x-mac-cyrillic", "mac-cyrillic", "ru"), ("koi8-u", "koi8-u", "uk"), ("koi8-ru", "koi8-u", "uk"),
        ("x-cp1251", "cp1251", "uk"), ("windows-1255", "cp1255", "he"), ("iso-8859-8-i", "iso8859-8", "he"), ("visual", "iso8859-8", "he"), ("cp1256", "cp1256", "ar"),
        ("iso-8859-6", "iso8859-6", "ar"), ("windows-874", "cp874", "th"), ("tis-620", "tis-620", "th"), ("shift_jis", "cp932", "ja"), ("x-sjis", "shift_jis", "ja"),
        ("windows-31j", "cp932", "ja"), ("euc-jp", "euc_jp", "ja"), ("iso-2022-jp", "iso2022_jp", "ja"), ("gb2312", "gb2312", "zh"), ("GBK", "gbk", "zh"), ("gb18030", "gb18030", "zh"),
        ("gb2312", "gbk", "zh-TW"), ("big5", "big5", "zh-TW"), ("big5-hkscs", "big5hkscs", "zh-TW"), ("euc-kr", "euc_kr", "ko"), ("ks_c_5601-1987", "cp949", "ko"),
        ("iso-8859-1", "cp1252", "fr"), ("us-ascii", "cp1252", "fr"), ("iso-8859-15", "iso8859-15", "fr"), ("macintosh", "mac-roman", "fr"), ("utf8", "utf-8", "uk"),
        ("utf-16", "utf-8", "uk"),
    ],
)  # fmt: skip
def test_a_declared_character_set(label, codec, language):
    text = TEXTS[language].replace("’", "'") if codec.startswith("iso8859") else TEXTS[language]
    found = read(page(text, label, language).encode(codec))
    assert " ".join((text * 6).split()) in " ".join(found.text.split())
    assert found.remarks == []


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE], ids=["utf-8", "utf-16-le", "utf-16-be"])  # fmt: skip
def test_a_byte_order_mark_counts_more_than_what_is_declared(mark):
    codec = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}[
        mark
    ]
    found = read(mark + page(TEXTS["uk"], "windows-1251", "uk").encode(codec))
    assert TEXTS["uk"].strip() in found.text
    assert found.remarks == []


def refused(data: bytes, name: str = "a.html") -> str:
    with pytest.raises(Refusal) as caught:
        read(data, name)
    assert caught.value.kind.name == "not-text"
    return caught.value.message


@pytest.mark.parametrize(
    ("declared", "codec", "language"),
    [
        ("windows-1252", "cp1251", "ru"), ("iso-8859-1", "koi8-r", "ru"), ("koi8-r", "cp1251", "ru"), ("windows-1251", "koi8-r", "ru"), ("gb2312", "big5", "zh-TW"),
        ("big5", "gb2312", "zh"), ("shift_jis", "gb2312", "zh"), ("euc-kr", "gb2312", "zh"), ("gb2312", "euc_kr", "ko"), ("utf-8", "cp1251", "ru"), ("utf-8", "cp1254", "tr"),
    ],
)  # fmt: skip
def test_a_wrong_declaration_is_refused(declared, codec, language):
    refused(page(TEXTS[language], declared, language).encode(codec))


@pytest.mark.parametrize("language", ["tr", "pl", "cs", "hu", "ro", "lt", "lv", "el", "ru", "he", "ar"])
@pytest.mark.parametrize("says", ["its language", "nothing"])
@pytest.mark.parametrize("name", ["a.html", "a.txt"])
def test_what_declares_nothing_and_is_not_surely_western_is_refused(language, says, name):
    codec = {"tr": "cp1254", "lt": "cp1257", "lv": "cp1257", "el": "cp1253", "ru": "cp1251", "he": "cp1255", "ar": "cp1256"}.get(language, "cp1250")  # fmt: skip
    text = TEXTS[language] * 6
    data = page(TEXTS[language], "", language if says == "its language" else "") if name == "a.html" else text
    refused(data.encode(codec), name)


@pytest.mark.parametrize(("language", "codec"), [("fr", "cp1252"), ("ja", "shift_jis"), ("ja", "euc_jp"), ("zh", "gb2312"), ("zh-TW", "big5"), ("ko", "euc_kr")])  # fmt: skip
def test_what_declares_nothing_and_can_be_one_set_only_is_read_with_a_remark(language, codec):
    found = read(page(TEXTS[language], "").encode(codec))
    assert TEXTS[language].strip() in found.text
    assert len(found.remarks) == 1
    assert "does not say its encoding" in found.remarks[0]


def test_a_broken_byte_in_the_text_is_refused_and_one_beside_it_is_not():
    good = page(TEXTS["uk"], "utf-8", "uk").encode()
    refused(good.replace("трамваїв".encode(), "трамва".encode() + b"\xd1"))
    beside = good.replace(b"</body>", b"<footer><nav>\xd1</nav></footer></body>")
    assert TEXTS["uk"].strip() in read(beside).text
    assert read(beside).remarks == []


def test_utf8_that_was_read_wrongly_once_is_refused():
    refused(page(TEXTS["fr"], "utf-8").encode().decode("cp1252").encode())


@pytest.mark.parametrize("label", ["utf-7", "hz-gb-2312", "iso-2022-kr", "x-user-defined", "nonsense", ""])
def test_a_set_that_browsers_do_not_read_is_none(label):
    assert codec_of(label) is None
