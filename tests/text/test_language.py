"""What is English is checked, what is not is said."""

import pytest

from mtcheck.text.language import foreign

OTHERS = {
    "German": "Der Minister sagte am Montag, dass die Regierung keine neuen Schulden machen werde.",
    "French": "Le ministre a déclaré lundi que le gouvernement ne ferait pas de nouvelles dettes.",
    "Spanish": "El ministro dijo el lunes que el gobierno no va a contraer nuevas deudas este año.",
    "Portuguese": "O ministro disse na segunda-feira que o governo não vai fazer novas dívidas.",
    "Italian": "Il ministro ha detto lunedì che il governo non farà nuovi debiti quest'anno.",
    "Polish": "Minister powiedział w poniedziałek, że rząd nie będzie zaciągał nowych długów.",
    "Czech": "Ministr v pondělí řekl, že vláda nebude dělat žádné nové dluhy v tomto roce.",
    "Turkish": "Bakan pazartesi günü hükümetin bu yıl yeni borç almayacağını söyledi.",
    "Vietnamese": "Bộ trưởng nói hôm thứ Hai rằng chính phủ sẽ không vay thêm nợ mới.",
    "Russian": "Министр заявил в понедельник, что правительство не будет делать новых долгов.",
    "Ukrainian": "Міністр заявив у понеділок, що уряд не буде робити нових боргів цього року.",
    "Chinese": "部长周一表示，政府今年不会再举借新的债务。",
    "Japanese": "大臣は月曜日、政府は今年新たな借金をしないと述べた。",
    "Korean": "장관은 월요일 정부가 올해 새로운 빚을 내지 않을 것이라고 말했다.",
    "Arabic": "قال الوزير يوم الاثنين إن الحكومة لن تأخذ ديونا جديدة هذا العام.",
    "Hebrew": "השר אמר ביום שני שהממשלה לא תיקח חובות חדשים השנה.",
}


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages_are_recognised(language):
    assert foreign(OTHERS[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12:30",
        "Shimada Sho beats Hamamatsu Johoku Kogyo = Kusanagi Stadium",
        "U.S. Media Unveils U.S. Unwarranted Demand to Shut Down Consulate",
        "Der Spiegel, Die Zeit",
        "Bild.de - Accident near Ahlen - nine injured",
        "Minister Wang Yi (王毅) arrived on Monday.",
        "Team strong, work hard, harvest big, hearts warm, future bright.",
        "DPI finds exotic tomato virus in SE Qld",
        "Talking and laughing.",
        "\ud800",
    ],
)
def test_english_and_what_does_not_show_is_checked(text):
    assert foreign(text) is None
