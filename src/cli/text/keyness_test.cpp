#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace text_keyness_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string speeches = TARAZY_SOURCE_DIR "/examples/short-speeches/speeches.csv";

ProgramRun keyness(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"text", "keyness"});
    return run_program(arguments);
}

TEST(TextKeyness, ColumnsOfTheContract) {
    const ProgramRun run = keyness({speeches, "--target", "state=North", "--format", "csv"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with(
        "feature,z,p,n_target,n_reference,log10_p,q,log_ratio,log_odds,documents_target,documents_reference,dp_target,"
        "dp_reference\n"))
        << run.out;
    EXPECT_NE(run.err.find("target: 6 documents"), std::string::npos) << run.err;
    for (const auto& [measure, column] :
         {std::pair{"chi2", "chi2"}, {"lr", "G2"}, {"pmi", "pmi"}, {"exact", "exact"}}) {
        const ProgramRun by = keyness({speeches, "--target", "state=North", "--measure", measure, "--format", "csv"});
        EXPECT_EQ(by.status, 0) << by.err;
        EXPECT_TRUE(by.out.starts_with(std::string("feature,") + column + ",p,n_target,n_reference,")) << by.out;
    }
}

TEST(TextKeyness, CountsAndWhatIsKnownOfTheirDocuments) {
    const Folder folder;
    const std::string counts = folder.write("n.csv", "doc_id,feature,n\na,peace,4\na,war,1\nb,peace,1\nb,war,5\n");
    const std::string documents = folder.write("d.csv", "doc_id,year\nb,2000\na,1990\nc,1980\n");
    const ProgramRun run =
        keyness({counts, "--documents", documents, "--target", "year<2000", "--measure", "lr", "--format", "csv"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("\npeace,"), std::string::npos);
    EXPECT_NE(run.out.find(",4,1,"), std::string::npos) << run.out;
    EXPECT_EQ(keyness({counts, "--target", "doc_id=a", "--format", "csv"}).status, 0);
    const ProgramRun lacking =
        keyness({counts, "--documents", folder.write("w.csv", "doc_id,year\na,1\na,2\n"), "--target", "year=1"});
    EXPECT_EQ(lacking.status, 3);
    EXPECT_NE(lacking.err.find("w.csv:3:1: the document 'a' stands here a second time"), std::string::npos);
    EXPECT_NE(lacking.err.find("nothing is said of the document 'b'"), std::string::npos) << lacking.err;
}

TEST(TextKeyness, WhatCannotBeComparedIsTold) {
    const ProgramRun unknown = keyness({speeches, "--target", "stat=North"});
    EXPECT_EQ(unknown.status, 3);
    EXPECT_NE(unknown.err.find("'state'"), std::string::npos) << unknown.err;
    const ProgramRun nobody = keyness({speeches, "--target", "state=East"});
    EXPECT_EQ(nobody.status, 3);
    EXPECT_NE(nobody.err.find("no document meets --target 'state=East'"), std::string::npos) << nobody.err;
    EXPECT_EQ(keyness({speeches, "--target", "North"}).status, 2);
    EXPECT_EQ(keyness({speeches, "--target", "year>0"}).status, 2);
    EXPECT_EQ(keyness({speeches, "--target", "state=North", "--reference", "year>0"}).status, 2);
    EXPECT_EQ(keyness({speeches}).status, 2);
}

}  // namespace text_keyness_test
}  // namespace tarazy
