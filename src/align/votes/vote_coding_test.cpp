#include "align/votes/vote_coding.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace vote_coding_test {

TEST(VoteOfWord, SentencesOfRecordsAreReadInThreeLanguages) {
    EXPECT_EQ(vote_of_word("голосовал \"за\""), 1);
    EXPECT_EQ(vote_of_word("Голосовала «против»"), 3);
    EXPECT_EQ(vote_of_word("қалыс қалған"), 2);
    EXPECT_EQ(vote_of_word("қарсы дауыс берді"), 3);
    EXPECT_EQ(vote_of_word("Voted in favour"), 1);
    EXPECT_EQ(vote_of_word("не участвовал в голосовании"), 0);
    EXPECT_EQ(vote_of_word("голосовал"), std::nullopt);
}

TEST(VoteOfWord, ReadsThreeLanguagesInAnyLetterCaseWithBlanksAndQuotationMarks) {
    for (const char* word : {"yes", "YES", "Y", "Yea", "aye", "For", "in favour", "да", "ДА", "За", "«за»", "иә", "Иә",
                             "жақ", " yes ", "\"for\"", "in_favour"})
        EXPECT_EQ(vote_of_word(word), 1) << word;
    for (const char* word : {"abstain", "Abstained", "ABSTENTION", "A", "воздержался", "Воздержалась", "ВОЗДЕРЖАЛИСЬ",
                             "воздерж.", "қалыс", "Қалыс қалды", "қалыс  қалды"})
        EXPECT_EQ(vote_of_word(word), 2) << word;
    for (const char* word : {"no", "N", "Nay", "against", "нет", "Против", "«против»", "жоқ", "ЖОҚ", "қарсы"})
        EXPECT_EQ(vote_of_word(word), 3) << word;
    for (const char* word : {"X", "absent", "Not voting", "did not vote", "NA", "n/a", "-", "отсутствовал",
                             "Не голосовала", "дауыс бермеді", "қатыспады"})
        EXPECT_EQ(vote_of_word(word), 0) << word;
    for (const char* word : {"", "maybe", "yesno", "yes!", "12", "по желанию"})
        EXPECT_FALSE(vote_of_word(word)) << word;
}

struct Read {
    std::vector<std::uint8_t> votes;
    std::string problems;
    std::vector<std::string> notes;
};

Read read(const std::string& cells, VoteCoding coding) {
    std::string text = "rcid,vote\n";
    int id = 0;
    std::string cell;
    for (const char c : cells + ',') {
        if (c != ',') {
            cell += c;
            continue;
        }
        text += std::to_string(++id) + ',' + cell + '\n';
        cell.clear();
    }
    Read result;
    Diagnostics diagnostics;
    result.votes = votes_of_column(read_csv(text, "v.csv"), "vote", coding, diagnostics, result.notes);
    for (const Problem& problem : diagnostics.problems()) result.problems += to_string(problem) + '\n';
    return result;
}

TEST(VotesOfColumn, EveryCodingReadsItsOwnNumbers) {
    using Votes = std::vector<std::uint8_t>;
    EXPECT_EQ(read("1,2,3,8,9,", VoteCoding::numbers).votes, (Votes{1, 2, 3, 0, 0, 0}));
    EXPECT_EQ(read("0,1,2,3,4,5,6,7,8,9", VoteCoding::voteview).votes, (Votes{0, 1, 1, 1, 3, 3, 3, 0, 0, 0}));
    EXPECT_EQ(read("1,0,9,", VoteCoding::binary).votes, (Votes{1, 3, 0, 0}));
    EXPECT_EQ(read("1,yes,no,8", VoteCoding::numbers).votes, (Votes{1, 1, 3, 0})) << "numbers among words";
    EXPECT_EQ(read("1.0,2.0,3.0", VoteCoding::numbers).votes, (Votes{1, 2, 3}));
}

TEST(VotesOfColumn, WhatIsNoVoteIsSaidOnceWithItsCount) {
    const Read found = read("1,8,8,9,3", VoteCoding::numbers);
    ASSERT_EQ(found.notes.size(), 1u);
    EXPECT_EQ(found.notes[0], "v.csv: cells read as no vote: 8 absent (2), 9 not a member (1)");
    EXPECT_TRUE(read("1,3,2", VoteCoding::numbers).notes.empty());
    EXPECT_NE(read("A,Y,N", VoteCoding::numbers).notes.at(0).find("'A' abstain"), std::string::npos);
}

TEST(VotesOfColumn, OtherCellsAreProblemsThatNameTheOtherCodings) {
    for (const char* cells : {"1,0,1", "1,4,6", "1,1.5", "perhaps,yes"}) {
        const std::string problems = read(cells, VoteCoding::numbers).problems;
        EXPECT_NE(problems.find("--coding voteview"), std::string::npos) << cells << ": " << problems;
        EXPECT_NE(problems.find("--recode"), std::string::npos) << problems;
    }
    EXPECT_FALSE(read("2", VoteCoding::binary).problems.empty());
    EXPECT_FALSE(read("10", VoteCoding::voteview).problems.empty());
}

TEST(VotesAsNumbers, LeavesOutRowsWithoutAVoteAndKeepsLines) {
    const Table table = read_csv("rcid,ccode,vote\n1,2,1\n1,3,9\n1,4,6\n", "v.csv");
    std::vector<std::string> notes;
    const Table numbers = votes_as_numbers(table, VoteCoding::voteview, notes);
    ASSERT_EQ(numbers.rows(), 2u);
    EXPECT_EQ(numbers["vote"].integer(1), 3);
    EXPECT_EQ(numbers.problem(1, "vote", "", "").line, 4u);
    EXPECT_EQ(notes.size(), 1u);
    EXPECT_THROW((void)votes_as_numbers(table, VoteCoding::binary, notes), InputError);
    EXPECT_THROW((void)vote_coding("voteveiw"), UsageError);
}

}  // namespace vote_coding_test
}  // namespace tarazy
