#include "text/estimates/sentence_sample.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"
#include "text/estimates/estimate_table.hpp"

#include <gtest/gtest.h>

namespace tarazy::sentence_sample_test {
namespace {

const Table sentences = read_csv(
    "doc_id,group,year,sentence,codes,rarest_code\na,X,2001,1,memory; peace,memory\na,X,2001,2,,\nb,X,2002,1,peace,"
    "peace\nb,X,2002,2,memory,memory\n",
    "sentences.csv");

std::string refusal_of(const std::string& sample, const std::vector<std::string>& asked = {}) {
    try {
        (void)sentence_sample(sentences, read_csv(sample, "sheet.csv"), asked);
    } catch (const std::exception& error) {
        return error.what();
    }
    return "none";
}

TEST(SentenceSample, ListsOfCodesBecomeNoughtsAndOnes) {
    const SentenceSample units = sentence_sample(
        sentences, read_csv("doc_id,sentence,probability,codes\nb,2,.5,peace;memory\na,2,.5,\n", "sheet.csv"), {});
    EXPECT_EQ(units.codes, (std::vector<std::string>{"memory", "peace"}));
    EXPECT_EQ(units.machine[unit_column("memory")].integer(0), 1);
    EXPECT_EQ(units.machine[unit_column("memory")].integer(1), 0);
    EXPECT_EQ(units.hand[unit_column("peace")].integer(0), 1);
    EXPECT_EQ(units.hand[unit_column("peace")].integer(1), 0);
    HandSampleColumns columns;
    columns.machine = columns.hand = unit_column("memory");
    const HandSample sample = read_hand_sample(units.machine, units.hand, columns);
    EXPECT_EQ(sample.units.front(), "a, sentence 1");
    EXPECT_EQ(sample.hand, (std::vector<std::string>{"", "0", "", "1"}));
    EXPECT_EQ(sample.year, (std::vector<std::string>{"2001", "2001", "2002", "2002"}));
}

TEST(SentenceSample, ASentenceThatNobodyReadIsRefused) {
    const std::string told = refusal_of("doc_id,sentence,codes,coder\nb,2,peace,R\na,2,,\n");
    EXPECT_NE(told.find("sheet.csv:3:4: nobody has read this sentence"), std::string::npos) << told;
    EXPECT_EQ(refusal_of("doc_id,sentence,codes,coder\nb,2,peace,R\na,2,,R\n"), "none");
    const std::string empty = refusal_of("doc_id,sentence,codes,coder\nb,2,,\na,2,,\n");
    EXPECT_TRUE(empty.starts_with("sheet.csv:2:4: nobody has read these sentences")) << empty;
    EXPECT_EQ(empty.find("sheet.csv:3"), std::string::npos) << "once is enough";
}

TEST(SentenceSample, CodesWrittenWrongAreToldWithTheNearestName) {
    const std::string told = refusal_of("doc_id,sentence,codes\nb,2,memroy\n");
    EXPECT_NE(told.find("sheet.csv:2:3: no sentence of --codes has the code 'memroy'; did you mean 'memory'?"),
              std::string::npos)
        << told;
    EXPECT_EQ(refusal_of("doc_id,sentence,codes\nb,2,law\n", {"law"}), "none");
    EXPECT_NE(refusal_of("doc_id,sentence,codes\nb,2,\n", {"law"}).find("neither machine nor person"),
              std::string::npos);
    EXPECT_TRUE(is_sentence_table(sentences));
    EXPECT_FALSE(is_sentence_table(read_csv("unit,code\na,1\nb,0\n", "u.csv")));
}

}  // namespace
}  // namespace tarazy::sentence_sample_test
