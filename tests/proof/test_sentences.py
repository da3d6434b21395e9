"""Sentences of many scripts and languages end where a reader would say so. All texts are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.proof.text import Text, text_of
from tests.hang.limits import within


def sentences(printed: str) -> list[str]:
    text = text_of("a.txt", printed.encode())
    return [text.content[start:end] for start, end in text.sentences]


@pytest.mark.parametrize(
    "printed",
    [
        ("The ferry was late.", "Émile Roux waited."),
        ("The ferry was late.", "Łukasz waited."),
        ("The ferry was late.", "Øystein waited."),
        ("The ferry was late!", '"Éva waited," she said.'),
        ("Паром опоздал.", "Людей было тридцать."),
        ("Паром опоздал?", "Ёлкин не ответил."),
        ("Пором запізнився.", "Їх було тридцять."),
        ("Το πλοίο άργησε.", "Ήταν τριάντα."),
        ("Πού ήταν;", "Κανείς δεν ξέρει."),
        ("Նավը ուշացավ։", "Երեսուն մարդ կար։"),
        ("تأخرت العبارة.", "كان عليها ثلاثون شخصا."),
        ("متى وصلت العبارة؟", "لا أحد يعرف."),
        ("کشتی دیر آئی۔", "تیس لوگ تھے۔"),
        ("המעבורת איחרה.", "שלושים איש חיכו."),
        ("नाव देर से आई।", "तीस लोग थे।"),
        ("배가 늦었다.", "서른 명이 기다렸다."),
        ("ბორანმა დაიგვიანა.", "ოცდაათი კაცი იყო."),
        ("រទេះយឺត។", "មានមនុស្សសាមសិបនាក់។"),
        ("သင်္ဘော နောက်ကျသည်။", "လူသုံးဆယ် ရှိသည်။"),
        ("ጀልባው ዘገየ።", "ሠላሳ ሰዎች ነበሩ።"),
        ("Wann kam die Fähre?", "Änne wusste es nicht."),
        ("El barco llegó tarde.", "¿Dónde estaba?", "¡Nadie lo sabe!"),
        ("Elle est partie.", "— Où ?", "— Au port."),
        ("He said no.", "The ferry left."),
        ("It sails to the E.U.", "The ferry is old."),
        ("It sails to the E.U.", "Some say so."),
        ("It left at 9 a.m.", "Police came.", "It was back at 5 p.m.", "Several waited."),
        ("She was 11.", "Nobody asked."),
        ("She works for Brandt Inc.", "Nobody came."),
        ("Es waren 3,5 Mio.", "Niemand zählte sie."),
        ("The cat sat.", "It was the sun."),
        ("Es kam am 11.", "Niemand war da."),
        ("Viven en EE. UU.", "El barco es viejo."),
        ("The ferry left.[1]", "Nobody came.[2][3]", "It was late.¹", "Nobody knew.*", "Some say so."),
        ('"The ferry left."[3]', "It was late.[note 1]", "Nobody came!¹²", "Some say so."),
        ("Die Fähre fuhr.[1]", "Niemand kam."),
        ("Le bateau est parti.[a]", "Personne n'est venu."),
        ("El barco zarpó.[1]", "Nadie vino."),
        ("Паром ушёл.[1]", "Никто не пришёл."),
        ("Пором пішов.¹", "Ніхто не прийшов."),
        ("नाव गई।[1]", "कोई नहीं आया।"),
        ("He lives on Elm St.", "Nobody knows him.", "Before, it was 12 Oak Ave.", "The house is old."),
        ("It fell 30 m.", "Nobody came.", "It took 5 h.", "Police came."),
        ("It was Plan B.", "The ferry left.", "He met the Rep.", "They talked."),
        ("There were 30 approx.", "The ferry left."),
        ("Il est 5 h.", "Personne ne vient.", "Ils étaient 30 env.", "Les autres sont partis."),
        (
            "Hubo 30 aprox.",
            "El barco zarpó.",
            "Pesa 5 t.",
            "Nadie vino.",
            "Vive en la Avda.",
            "Nadie lo vio.",
        ),
        (
            "Es waren 30 ca.",
            "Die Fähre sank.",
            "Sie wog 5 t.",
            "Niemand kam.",
            "Es ist 30 m.",
            "Der Kahn sank.",
        ),
        ("Это 30 м.", "Никто не пришёл.", "Прошло 5 ч.", "Он ушёл."),
    ],
)
def test_they_end(printed: tuple[str, ...]) -> None:
    plain = [sentence.replace("—", "-") for sentence in printed]
    assert sentences(" ".join(printed)) == plain


@pytest.mark.parametrize(
    "printed",
    [
        ("渡轮晚点了。", "有三十人在等！", "为什么？", "没人知道。"),
        ("船は遅れた。", "三十人が待っていた。"),
        ("「船は遅れた。」", "係員はそう言った。"),
        ("渡轮晚点了．", "有三十人在等。"),
    ],
)
def test_they_end_without_a_space(printed: tuple[str, ...]) -> None:
    assert sentences("".join(printed)) == list(printed)


def test_what_opens_after_a_full_stop_without_a_space_is_of_the_next_sentence() -> None:
    assert sentences("渡轮晚点了。“没人知道。”他说。") == ["渡轮晚点了。", '"没人知道。"', "他说。"]
    assert sentences('渡轮晚点了。"没人知道。"他说。') == ["渡轮晚点了。", '"没人知道。"', "他说。"]


@pytest.mark.parametrize(
    "printed",
    [
        "The E.U. Commission met Sen. Dahl, Rep. Roux and Gov. Brandt below Mt. Osk.",
        "The U.S. Navy and the U.N. Office asked Lt. Cmdr. Inge Dahl of Ft. Osk.",
        "REP. DAHL AND SEN. ROUX MET GOV. BRANDT.",
        "Messrs. Dahl and Roux of Osk Ltd. Office No. 5 waited, cf. Fig. 7.",
        "J. R. R. Dahl and J.R. Roux, Ph.D. Students, met A. B. Brandt Jr. Monday.",
        "It left at 9 a.m. Tuesday, Dec. 3, from St. Osk Ave. Pier.",
        "It left at 9 a.m. Eastern time, or 3 p.m. GMT, and at 5 p.m. Osk time.",
        "Wien liegt z. B. Elbing näher, d. h. Osk bzw. Tarn ferner, ca. 30 Kilometer.",
        "Am 11. Juni kam Dr. med. Änne Roux mit 3 Mio. Euro in die Str. Nr. 5.",
        "Im 2. Weltkrieg und seit dem 3. Oktober lag die 7. Brigade u. a. Teile dort.",
        "Vom 4. April bis zum 30. September, so Prof. Dahl, fuhr sie 400 n. Chr. Geburt.",
        "Hier steht M. Roux près de Mme. Brandt et Mgr. Dahl, av. Foch, chap. 3.",
        "Le bateau de J.-C. Roux et de M. Le Gall a coulé en 52 av. J.-C. Rome le sait.",
        "El Sr. Dahl y la Sra. Roux viajan de EE. UU. Norte a la Avda. Osk, núm. 5, pág. 7.",
        "He met St. John of Fort St. Elmo, Dr. No, S. Das and M. Most in Holm vs. The Crown on c. 1900.",
        "El Sr. Dahl vive en la Avda. Los Pinos desde 500 a. C. Roma lo sabe.",
        "El Gral. Dahl de las FF. AA. Osk habló con Ud. Brandt.",
        "Il Sig. Dahl e il Dott. Roux arrivano.",
        "Spotkał się z prof. Łukaszem i gen. Ósmym przy ul. Nowej.",
        "Это сказал проф. Роман Дальский, т.е. Иван из г. Осска.",
        "Dhr. Dahl sprak met mevr. Roux.",
        "He wrote about ... that ferry, and the rep. was there.",
        "Π. Δάλης ήρθε.",
    ],
)
def test_an_abbreviation_ends_none(printed: str) -> None:
    assert len(sentences(printed)) == 1


def test_an_ellipsis_ends_none_in_scripts_without_capitals() -> None:
    assert sentences("他……走了。") == ["他 … 走了。"]
    assert sentences("It was late… The office waited.") == ["It was late …", "The office waited."]


def test_a_stretch_of_thai_between_spaces_may_be_a_sentence() -> None:
    text = text_of("th.txt", "เรือมาสาย มีคนรออยู่ 30 คนที่ท่าเรือ ไม่มีใครรู้ว่าทำไม".encode())
    [sentence] = text.sentences
    assert [text.content[start:end] for start, end in text.stretches(sentence)] == [
        "เรือมาสาย",
        "มีคนรออยู่ 30 คนที่ท่าเรือ",
        "ไม่มีใครรู้ว่าทำไม",
    ]
    plain = text_of("en.txt", b"The ferry was late and nobody knew why.")
    assert plain.stretches(plain.sentences[0]) == []


def test_a_japanese_quotation_widens_to_its_marks() -> None:
    text = text_of("ja.txt", "係員は「船は遅れた。三十人が待った。」と言った。".encode())
    middle = text.content.index("三十人")
    start, end = text.quotation(text.around((middle, middle + 1)))
    assert text.content[start:end] == "係員は「船は遅れた。三十人が待った。」"


def test_the_mark_in_a_hebrew_abbreviation_opens_no_quotation() -> None:
    text = text_of("he.txt", 'צה"ל איחר. שלושים איש חיכו. איש לא ידע.'.encode())
    assert text.quotation(text.sentences[1]) == text.sentences[1]


PRINTED = st.text(st.sampled_from("aÉб.中。！？“”\"'「」… \n;\u0e01\u0e34\u05d0۔।?!1)")) | st.text()


@given(PRINTED)
def test_they_stand_in_order_and_leave_no_word_out(raw: str) -> None:
    text = Text("a", raw, "")
    last = 0
    for start, end in text.sentences:
        assert last <= start < end <= len(text.content)
        last = end
    held = [word for sentence in text.sentences for word in text.words_in(sentence)]
    # A line's end within a word is none of a sentence's.
    assert set(held) <= set(text.words)
    assert "\n" in raw.strip() or held == text.words


@pytest.mark.parametrize(
    "part",
    ["。", '。"', '."', "A. ", "z. B. ", "U.S. ", "11. Juni ", "。「", "ก ก", "a.", "…", "? ", '"', "۔"],
)
def test_they_are_found_in_linear_time(part: str) -> None:
    with within(part):
        found = text_of("a.txt", (part * 40_000).encode())
        assert len(found.sentences) >= 1
        found.stretches(found.sentences[0])
