#include "report/crate_texts.hpp"

#include "report/crate_content_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace crate_texts_test {

TEST(CrateTexts, TheScriptNamesEachInputAndExpandsNothingOfTheirTexts) {
    const std::string script = rerun_text(sample_crate());
    EXPECT_TRUE(script.starts_with("#!/bin/sh\n"));
    EXPECT_NE(script.find("need 'study/data/дауыстар 1.csv' " + sample_digest() + " 'It belongs to this crate.'"),
              std::string::npos)
        << script;
    EXPECT_NE(script.find("need \"$DATA\"/raw.csv.gz " + sample_digest() +
                          " 'It is not in this crate: raw data; set DATA. From: "),
              std::string::npos)
        << script;
    EXPECT_EQ(script.find("\"Votes $("), std::string::npos) << "in single quotes only";
    EXPECT_NE(script.find("study verify output --study study/study.toml"), std::string::npos);
}

TEST(CrateTexts, TheReadmeListsWhatIsNotPassedOn) {
    const std::string readme = crate_readme_text(sample_crate());
    EXPECT_NE(readme.find("- `$DATA/raw.csv.gz`"), std::string::npos);
    CrateContent whole = sample_crate();
    whole.inputs.pop_back();
    EXPECT_NE(crate_readme_text(whole).find("All inputs are in the crate."), std::string::npos);
}

}  // namespace crate_texts_test
}  // namespace tarazy
