#include "text/contrasts/group_keyness.hpp"

#include "base/random.hpp"
#include "base/too_little_data.hpp"
#include "base/work_test.hpp"
#include "io/read_table.hpp"
#include "io/write_table.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace group_keyness_test {

/// Twelve documents of three states; "steppe" is in every one of KAZ, "yurt" forty times in one of them.
Table invented_speeches(bool backwards = false) {
    std::vector<std::string> rows;
    Random random(7, "invented speeches", 0);
    const char* const common[] = {"peace", "trade", "water", "law", "growth", "youth"};
    for (int k = 0; k < 12; ++k) {
        const bool own = k < 4;
        std::string text;
        for (int word = 0; word < 60; ++word) text += std::string(common[random.below(6)]) + ' ';
        if (own) text += "steppe steppe steppe ";
        if (k == 0)
            for (int word = 0; word < 40; ++word) text += "yurt ";
        if (k == 5) text += "yurt steppe ";
        rows.push_back("d" + std::to_string(k) + ',' +
                       (own     ? "KAZ"
                        : k < 8 ? "UZB"
                                : "KGZ") +
                       ',' + std::to_string(1992 + k % 4) + ',' + text + '\n');
    }
    if (backwards) std::ranges::reverse(rows);
    std::string csv = "doc_id,state,year,text\n";
    for (const std::string& row : rows) csv += row;
    return read_csv(csv, "d.csv");
}

GroupKeynessOptions options_for_invented() {
    GroupKeynessOptions options;
    options.windows = {{1992, 1995}};
    options.groups = {"KAZ", "UZB", "KGZ"};
    options.least_documents = 2;
    options.replicates = 199;
    options.most_words = 3;
    return options;
}

GroupKeyness found_in(const Table& table, const GroupKeynessOptions& options) {
    std::vector<std::string> notes;
    return group_keyness(group_words(table, {"state", options.groups, 1990, 2000}, {}, notes), options);
}

std::size_t row_of_word(const Table& table, const std::string& word) {
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (text_in(table, "word", row) == word) return row;
    throw std::logic_error(word + " is not told");
}

TEST(GroupKeyness, AWordOfOneSpeechHasAWideIntervalHoweverSmallItsP) {
    const GroupKeyness found = found_in(invented_speeches(), options_for_invented());
    const Table& words = found.words;
    const std::size_t yurt = row_of_word(words, "yurt"), steppe = row_of_word(words, "steppe");
    EXPECT_EQ(text_in(words, "side", steppe), "target");
    EXPECT_LT(*number_in(words, "log10_p", yurt), -4);
    EXPECT_GT(*number_in(words, "z", yurt), 2);
    EXPECT_LT(*number_in(words, "z_q05", yurt), 1);
    EXPECT_GT(*number_in(words, "z_q05", steppe), 1);
    EXPECT_GT(*number_in(words, "dp_target", yurt), 0.6);
    EXPECT_LT(*number_in(words, "dp_target", steppe), 0.2);
    EXPECT_EQ(number_in(words, "n_target", yurt), 40);
    EXPECT_EQ(number_in(words, "documents_target", yurt), 1);
    EXPECT_EQ(number_in(words, "groups_reference", yurt), 1);
    EXPECT_EQ(number_in(found.windows, "documents_reference", 0), 8);
}

TEST(GroupKeyness, RanksCountFromEitherSide) {
    const Table words = found_in(invented_speeches(), options_for_invented()).words;
    EXPECT_EQ(words.rows(), 6U);
    double before = 0;
    std::string side = "target";
    for (std::size_t row = 0; row < words.rows(); ++row) {
        if (text_in(words, "side", row) != side) before = 0;
        side = text_in(words, "side", row);
        EXPECT_EQ(number_in(words, "rank", row), ++before);
        EXPECT_EQ(*number_in(words, "z", row) >= 0, side == "target");
        EXPECT_LE(*number_in(words, "rank_q05", row), *number_in(words, "rank_q95", row));
    }
}

TEST(GroupKeyness, AskedWordsAreToldWhateverTheirRankAndAbsentOnesNamed) {
    GroupKeynessOptions options = options_for_invented();
    options.most_words = 1;
    options.asked = {"water", "ocean"};
    const GroupKeyness found = found_in(invented_speeches(), options);
    EXPECT_NO_THROW((void)row_of_word(found.words, "water"));
    ASSERT_EQ(found.notes.size(), 1U);
    EXPECT_NE(found.notes[0].find("'ocean' does not occur"), std::string::npos);
}

TEST(GroupKeyness, OneDocumentHasNoInterval) {
    GroupKeynessOptions options = options_for_invented();
    options.windows = {{1992, 1992}};
    options.least_documents = 1;
    options.least_count = 1;
    const GroupKeyness found = found_in(invented_speeches(), options);
    EXPECT_TRUE(number_in(found.words, "z", 0));
    EXPECT_FALSE(number_in(found.words, "z_q05", 0));
    EXPECT_EQ(found.notes.size(), 1U);
}

TEST(GroupKeyness, EqualWordsCoverZero) {
    std::size_t beyond = 0;
    constexpr std::size_t times = 40;
    for (std::uint64_t seed = 0; seed < times; ++seed) {
        std::string csv = "doc_id,state,year,text\n";
        Random random(seed, "equal speeches", 0);
        for (int k = 0; k < 24; ++k) {
            csv += "d" + std::to_string(k) + (k < 8 ? ",KAZ," : k < 16 ? ",UZB," : ",KGZ,") + "1992,";
            for (int word = 0; word < 80; ++word) csv += random.below(5) == 0 ? "water " : "trade ";
            csv += '\n';
        }
        GroupKeynessOptions options = options_for_invented();
        options.seed = seed;
        const Table words = found_in(read_csv(csv, "d.csv"), options).words;
        const std::size_t row = row_of_word(words, "water");
        beyond += *number_in(words, "log_ratio_q05", row) > 0 || *number_in(words, "log_ratio_q95", row) < 0 ? 1 : 0;
    }
    EXPECT_LE(beyond, times / 4) << "an interval of 90 % leaves out no difference in a tenth of the cases";
}

TEST(GroupKeyness, TheOrderOfRowsAndThreadsChangeNothing) {
    GroupKeynessOptions options = options_for_invented();
    options.threads = 1;
    const std::string one = to_csv(found_in(invented_speeches(), options).words);
    options.threads = 2;
    EXPECT_EQ(to_csv(found_in(invented_speeches(true), options).words), one);
}

TEST(GroupKeyness, NobodyToCompareWithIsRefused) {
    GroupKeynessOptions options = options_for_invented();
    options.groups = {"KAZ"};
    EXPECT_THROW((void)found_in(invented_speeches(), options), TooLittleData);
}

TEST(GroupKeyness, WhoHasDocumentsAndWhoHasNoneIsTold) {
    const auto refusal = [](std::vector<std::string> groups, std::vector<std::pair<int, int>> windows) -> std::string {
        GroupKeynessOptions options = options_for_invented();
        options.groups = std::move(groups);
        options.windows = std::move(windows);
        try {
            (void)found_in(invented_speeches(), options);
        } catch (const TooLittleData& error) {
            return error.problems().front().what;
        }
        return "";
    };
    EXPECT_EQ(refusal({"KAZ", "RUS", "CHN"}, {{1992, 1995}}),
              "no window has documents of KAZ and of another state: there are some of KAZ, none of RUS, CHN");
    EXPECT_EQ(refusal({"RUS", "KAZ"}, {{1992, 1995}}),
              "no window has documents of RUS and of another state: there are some of KAZ, none of RUS");
    EXPECT_EQ(refusal({"KAZ", "UZB"}, {{1998, 1999}}),
              "no window has documents of KAZ and of another state: nobody has any there");
}

TEST(GroupKeyness, EndsWhenAStopIsAsked) {
    std::vector<std::string> notes;
    GroupKeynessOptions options = options_for_invented();
    const GroupWords words = group_words(invented_speeches(), {"state", options.groups, 1990, 2000}, {}, notes);
    expect_stoppable([&](const Work& work) {
        options.work = work;
        (void)group_keyness(words, options);
    });
}

}  // namespace group_keyness_test
}  // namespace tarazy
