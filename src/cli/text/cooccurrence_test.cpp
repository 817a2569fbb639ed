#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace text_cooccurrence_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string speeches = TARAZY_SOURCE_DIR "/examples/short-speeches/speeches.csv";

ProgramRun cooccurrence(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"text", "cooccurrence"});
    arguments.insert(arguments.end(), {"--format", "csv"});
    return run_program(arguments);
}

TEST(TextCooccurrence, PairsOfAWindowAndOfSentences) {
    const Folder folder;
    const std::string texts = folder.write("t.csv", "doc_id,text\na,Peace needs trust. Trust needs peace.\n");
    const ProgramRun window = cooccurrence({texts, "--window", "1"});
    ASSERT_EQ(window.status, 0) << window.err;
    EXPECT_TRUE(window.out.starts_with("a,b,n,expected,npmi,G2,p,log10_p\n"));
    EXPECT_NE(window.out.find("\nneeds,peace,2,"), std::string::npos) << window.out;
    EXPECT_EQ(window.out.find("\npeace,trust,"), std::string::npos) << window.out;
    const ProgramRun sentence = cooccurrence({texts, "--window", "sentence"});
    EXPECT_NE(sentence.out.find("\npeace,trust,2,"), std::string::npos) << sentence.out;
    EXPECT_NE(sentence.err.find("2 sentences"), std::string::npos) << sentence.err;
}

TEST(TextCooccurrence, EdgesAreReadByNetwork) {
    const Folder folder;
    const std::string edges = folder / "edges.csv";
    const ProgramRun run = run_program({"text", "cooccurrence", speeches, "--window", "sentence", "--min-count", "3",
                                        "--g2", "2", "--show", "edges", "-o", edges});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(testing_program::bytes_of(edges).starts_with("from,to,weight,n,npmi,G2\n"));
    const ProgramRun measures = run_program({"network", "measures", "--edges", edges, "--weighted", "--format", "csv"});
    EXPECT_EQ(measures.status, 0) << measures.err;
    EXPECT_NE(measures.out.find("\nweapons,"), std::string::npos) << measures.out;
}

TEST(TextCooccurrence, CutOffsAndBackbone) {
    const ProgramRun all = cooccurrence({speeches}), few = cooccurrence({speeches, "--g2", "10"}),
                     backbone = cooccurrence({speeches, "--backbone", "0.05"}),
                     two = cooccurrence({speeches, "--features", "nuclear,weapons"});
    EXPECT_GT(all.out.size(), few.out.size());
    EXPECT_GT(all.out.size(), backbone.out.size());
    EXPECT_NE(two.out.find("\nnuclear,weapons,"), std::string::npos) << two.out;
    const ProgramRun none = cooccurrence({speeches, "--g2", "1e9"});
    EXPECT_EQ(none.status, 0);
    EXPECT_NE(none.err.find("lower the cut-offs"), std::string::npos) << none.err;
}

TEST(TextCooccurrence, BadInput) {
    EXPECT_EQ(cooccurrence({speeches, "--window", "0"}).status, 2);
    EXPECT_EQ(cooccurrence({speeches, "--window", "near"}).status, 2);
    const ProgramRun unknown = cooccurrence({speeches, "--features", "peaceful"});
    EXPECT_EQ(unknown.status, 2);
    EXPECT_NE(unknown.err.find("'peaceful', which no document has"), std::string::npos) << unknown.err;
}

}  // namespace text_cooccurrence_test
}  // namespace tarazy
