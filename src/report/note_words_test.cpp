#include "report/note_words.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace note_words_test {

StudyResult study() {
    StudyResult result;
    result.poles = {{"WEST", {"the West", "Батыс", "Запад"}, {"USA"}}};
    AnalysisResult arms;
    arms.id = "arms";
    arms.title = {"Who supplies the arms", "Қару-жарақты кім жеткізеді", "Кто поставляет вооружения"};
    result.analyses = {arms};
    result.multiverse.emplace();
    StudyMultiverse::Choice west{"west", {"Who is the West?", "Батыс деген кім?", "Кто такой Запад?"}, {}, {}};
    west.alternatives = {{"seven", {"the Seven", "жетілік", "семёрка"}}};
    result.multiverse->choices = {west};
    return result;
}

LocalText said(const std::string& note) {
    const StudyResult result = study();
    return note_words(ReportContext(result, {}), note);
}

TEST(NoteWords, SayWhatTheEnglishNoteSaysWithNamesForCodes) {
    const LocalText words = said("ARG of pole WEST has no row in the memberships; left out");
    EXPECT_EQ(words.en, "ARG of pole WEST has no row in the memberships; left out");
    EXPECT_EQ(words.kk, "Аргентина (Батыс полюсі): мүшелік деректерінде жолы жоқ; есепке алынбады");
    EXPECT_EQ(words.ru, "Аргентина (полюс: Запад): в данных о членстве нет строк; не учитывается");
}

TEST(NoteWords, NumbersAreWrittenAsTheLanguageDoes) {
    const LocalText words = said(
        "The noise of WEST about its level depends on its neighbours (autocorrelation 0.53): guaranteed intervals, "
        "which take it as independent, may be too many and too narrow.");
    EXPECT_NE(words.ru.find("Запад: отклонения"), std::string::npos) << words.ru;
    EXPECT_NE(words.ru.find("0,53"), std::string::npos) << words.ru;
    EXPECT_NE(words.kk.find("0,53"), std::string::npos) << words.kk;
    EXPECT_EQ(said("left out: 21 further rows with faults").ru, "не учтено: ещё 21 строка с ошибками");
}

TEST(NoteWords, ANoteWithinANoteIsSaidToo) {
    EXPECT_EQ(said("the analysis 'arms' has no result with west = seven: in the years 1992-2025 nothing in the data "
                   "relates KAZ to the poles")
                  .ru,
              "анализ «Кто поставляет вооружения» не даёт результата при таком выборе: Кто такой Запад?: семёрка. "
              "Причина: за 1992–2025 годы в данных нет никаких связей этого государства с полюсами: Казахстан");
}

TEST(SubjectWords, NameCodesAndSayTheRest) {
    const StudyResult result = study();
    const ReportContext context(result, {});
    EXPECT_EQ(subject_words(context, "KAZ and WEST, imports, 2016").kk, "Қазақстан – Батыс, импорт, 2016");
    EXPECT_EQ(subject_words(context, "KAZ-USA, session 71 (2016)").ru,
              "Казахстан – Соединённые Штаты Америки, сессия 71 (2016)");
    EXPECT_EQ(subject_words(context, "parsimonious solution, model 1, term ~THREAT").ru,
              "экономное решение, модель 1, терм ~THREAT");
    EXPECT_EQ(subject_words(context, "KAZ and RUS-USA, 1992-2023 (known 1994-2023)").ru,
              "Казахстан – Россия/Соединённые Штаты Америки, 1992-2023 (данные есть за 1994-2023)");
    EXPECT_EQ(subject_words(context, "KAZ, conservative solution: terms over this case, model by model").ru,
              "Казахстан, осторожное решение: термы, охватывающие этот случай, по моделям");
    EXPECT_EQ(subject_words(context, "UZB, 2005-2016: peace").ru, "Узбекистан, 2005-2016: peace");
    EXPECT_EQ(subject_words(context, "").ru, "");
}

TEST(UnitWords, OfAnUnknownUnitStayEnglish) {
    const StudyResult result = study();
    const ReportContext context(result, {});
    EXPECT_EQ(unit_words(context, "share of years").kk, "жылдардың үлесі");
    EXPECT_EQ(unit_words(context, "barrels").kk, "");
}

TEST(IntervalWords, AreWordsOfTheirOwnOrOfANote) {
    const StudyResult result = study();
    const ReportContext context(result, {});
    EXPECT_EQ(interval_words(context, "bootstrap percentile").ru, "бутстреп, процентили");
    EXPECT_EQ(interval_words(context, "range over 3 models").ru, "диапазон по 3 моделям");
    EXPECT_EQ(interval_words(context, "guessed").kk, "");
}

TEST(NoteWords, WhatNoMessageSaysStaysEnglish) {
    for (const char* note : {"", "nobody has said this before", "left out: nobody has said this before",
                             "2014: many institution of the function table has no memberships and is left out: UN"}) {
        const LocalText words = said(note);
        EXPECT_EQ(words.en, note);
        EXPECT_EQ(words.kk, "") << note;
        EXPECT_EQ(words.ru, "") << note;
    }
}

TEST(NoteWords, AListIsNamedPieceByPiece) {
    const std::string note = "2014: 2 institutions of the function table have no memberships and are left out: WEST, X";
    EXPECT_NE(said(note).kk.find(": Батыс, X"), std::string::npos) << said(note).kk;
}

TEST(NoteWords, RowsThatStandTwiceAndStatesSpeltOtherwiseAreSaid) {
    const LocalText rows = said(
        "the memberships have rows that repeat an earlier one (its line in brackets) and count once: 4 (2), 9 (3)");
    EXPECT_EQ(
        rows.ru,
        "в данных о членстве есть строки, повторяющие более раннюю (её номер в скобках), они учтены один раз: 4 (2), "
        "9 (3)");
    EXPECT_NE(rows.kk.find("бір рет есептелді: 4 (2), 9 (3)"), std::string::npos) << rows.kk;
    EXPECT_EQ(said("the column 'state' spells states otherwise: 'Kazakhstan' (KAZ)").kk,
              "«state» бағанында мемлекеттер басқаша жазылған: 'Kazakhstan' (KAZ)");
}

}  // namespace note_words_test
}  // namespace tarazy
