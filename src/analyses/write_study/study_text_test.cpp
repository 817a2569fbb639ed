#include "analyses/write_study/study_text.hpp"

#include "analyses/write_study/write_study_test.hpp"

#include <gtest/gtest.h>

#include <string>

namespace tarazy {
namespace study_text_test {

/// The text of a study of a chronology, each file under its own name.
std::string text_of(const OrderedStudy& study) {
    const StudyDraft draft = study.draft();
    NamesInStudy names;
    for (const GivenData& data : draft.data)
        for (const GivenFile& file : data.files) names[file.written] = "data/" + data.key + ".csv";
    return study_text(study.order, draft, example_propositions(study.order, draft), names);
}

TEST(StudyText, SaysWhichFileItWasAndWhatIsToBeReplaced) {
    OrderedStudy study;
    study.give("events.csv");
    study.order.with = {"trace"};
    study.order.seed = 7;
    const std::string text = text_of(study);
    EXPECT_NE(text.find("\nseed = 7 "), std::string::npos);
    EXPECT_NE(text.find("# data/events.csv: 4 rows, SHA-256 "), std::string::npos) << text;
    EXPECT_NE(text.find("# PLACEHOLDER: an example."), std::string::npos);
    EXPECT_NE(text.find("#   trace.graph: it also needs links (from,to,type,basis)"), std::string::npos) << text;
}

TEST(StudyText, TheTitleIsMadeOfNamesUnlessOneIsGiven) {
    StudyOrder order;
    order.focus = "MNG";
    order.poles = poles_of_option("RUS,CHN");
    order.years = {1991, 2023};
    EXPECT_EQ(title_of(order).ru, "Монголия — Россия, Китай, 1991–2023");
    order.title.en = "A \"title\"";
    EXPECT_EQ(title_of(order).en, "A \"title\"");
    EXPECT_EQ(title_of(order).kk, "");
}

TEST(StudyText, TheReadmeNamesTheFilesAndWhatIsLeftOut) {
    OrderedStudy study;
    study.give("events.csv");
    study.order.with = {"trace"};
    const StudyDraft draft = study.draft();
    const NamesInStudy names = {{draft.data.front().files.front().written, "data/events.csv"}};
    const std::string text = readme_text(study.order, draft, names);
    EXPECT_NE(text.find("| `data/events.csv` | "), std::string::npos) << text;
    EXPECT_NE(text.find("- `trace.evidence`: it needs hypotheses"), std::string::npos) << text;
}

}  // namespace study_text_test
}  // namespace tarazy
