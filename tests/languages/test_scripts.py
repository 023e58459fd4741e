"""Scripts whose letters join, stack and change places: each passes its fonts and its round trip."""

import pytest

SENTENCES = {
    "am": "ሁሉም ሰው ግልጽ ጽሑፍ ያስፈልገዋል።",
    "ar": "نكتب بلغة بسيطة كي يفهم الجميع.",
    "bn": "আমরা সবার জন্য সহজ ভাষায় লিখি।",
    "el": "Γράφουμε απλά, για να καταλαβαίνουν όλοι.",
    "fa": "ما به زبانی ساده می‌نویسیم.",
    "gu": "અમે સરળ ભાષામાં લખીએ છીએ.",
    "he": "אנחנו כותבים בשפה פשוטה לכולם.",
    "hi": "हम सबके लिए सरल भाषा में लिखते हैं। फ़ाइल २०३१",
    "hy": "Մենք գրում ենք պարզ լեզվով։",
    "ja": "私たちは誰にでも分かる言葉で書きます。",
    "ka": "ჩვენ ვწერთ მარტივი ენით.",
    "km": "យើងសរសេរជាភាសាងាយៗ។",
    "kn": "ನಾವು ಸರಳ ಭಾಷೆಯಲ್ಲಿ ಬರೆಯುತ್ತೇವೆ.",
    "ko": "우리는 누구나 알 수 있는 말로 씁니다.",
    "lo": "ພວກເຮົາຂຽນດ້ວຍພາສາງ່າຍໆ.",
    "ml": "ഞങ്ങൾ ലളിതമായ ഭാഷയിൽ എഴുതുന്നു.",
    "my": "ကျွန်ုပ်တို့ ရိုးရှင်းစွာ ရေးသည်။",
    "pa": "ਅਸੀਂ ਸਰਲ ਭਾਸ਼ਾ ਵਿੱਚ ਲਿਖਦੇ ਹਾਂ।",
    "ru": "Мы пишем просто, чтобы поняли все.",
    "si": "අපි සරල බසින් ලියමු. ප්‍රකාශය",
    "ta": "நாங்கள் எளிய மொழியில் எழுதுகிறோம்.",
    "te": "మేము సరళమైన భాషలో రాస్తాము. జ్ఞానం",
    "th": "เราเขียนด้วยภาษาง่ายๆ มีน้ำใจ",
    "ur": "ہم سب کے لیے آسان زبان میں لکھتے ہیں۔",
    "vi": "Chúng tôi viết bằng ngôn ngữ đơn giản.",
    "zh": "我们用简单的语言写作。",
}


@pytest.mark.parametrize("profile", ["ua-1", "ua-2"])
def test_every_script(profile, make, keep):
    lines = "".join(
        f"<h2 lang={language}>{words}</h2><p lang={language}>{' '.join([words] * 5)} <b>{words}</b>"
        for language, words in SENTENCES.items()
    )
    page = f"<!doctype html><html lang=en><title>Scripts</title><h1>Scripts</h1>{lines}"
    css = "@page { size: A5 } body { font: 11pt/1.6 'Source Serif 4' }"
    made = make(page, css, profile)
    keep(f"scripts-{profile}", made.pdf, made.claims)
    assert made.found() == []
