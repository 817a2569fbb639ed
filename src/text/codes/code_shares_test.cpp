#include "text/codes/code_shares.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "base/work_test.hpp"
#include "io/write_table.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy::code_shares_test {
namespace {

constexpr CodeSet memory = 1, peace = 2, trade = 4;

/// Ten sentences; what stands beside peace can be counted by hand.
CodedDocuments by_hand() {
    CodedDocuments coded;
    coded.codes = {"memory", "peace", "trade"};
    coded.documents = {{"K1", "KAZ", 1992, {peace, memory, 0, 0, peace | trade}},
                       {"K2", "KAZ", 1993, {0, peace, memory, trade, 0}},
                       {"U1", "UZB", 1992, {trade, 0, 0, peace}}};
    order_documents(coded);
    return coded;
}

CodeShareOptions options_by_hand() {
    CodeShareOptions options;
    options.windows = {{1992, 1993}};
    options.groups = {"KAZ", "UZB"};
    options.anchors = {"peace"};
    options.rivals = {{"peace", "memory", "trade"}};
    options.replicates = 200;
    return options;
}

std::optional<double> cell(const Table& table, const std::vector<std::pair<std::string, std::string>>& where,
                           const std::string& column) {
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (std::ranges::all_of(where, [&](const auto& each) { return table[each.first].display(row) == each.second; }))
            return number_in(table, column, row);
    return std::nullopt;
}

TEST(CodeShares, AreWhatIsCountedByHand) {
    const CodeShares found = code_shares(by_hand(), options_by_hand());
    EXPECT_EQ(cell(found.shares, {{"group", "KAZ"}, {"code", "memory"}}, "share"), 0.2);
    EXPECT_EQ(cell(found.shares, {{"group", "KAZ"}, {"code", "peace"}}, "count"), 3);
    EXPECT_EQ(cell(found.with, {{"group", "KAZ"}, {"code", "memory"}}, "together"), 2);
    EXPECT_EQ(cell(found.with, {{"group", "KAZ"}, {"code", "memory"}}, "rank"), 1);
    EXPECT_EQ(cell(found.with, {{"group", "KAZ"}, {"code", "trade"}}, "share"), 1.0 / 3);
    EXPECT_EQ(cell(found.with, {{"group", "KAZ"}, {"code", "trade"}}, "rank"), 2);
    // 1992: memory and trade once each, 1993: memory alone.
    EXPECT_EQ(cell(found.with, {{"group", "KAZ"}, {"code", "memory"}}, "years_first"), 0.75);
    EXPECT_EQ(cell(found.with, {{"group", "KAZ"}, {"code", "trade"}}, "years_first"), 0.25);
    EXPECT_DOUBLE_EQ(*cell(found.rivals, {{"group", "KAZ"}}, "difference"), 1.0 / 3);
    EXPECT_EQ(cell(found.years, {{"group", "KAZ"}, {"year", "1993"}, {"code", "trade"}}, "count"), 1);
    EXPECT_EQ(found.standings.rows(), 0U) << "one other state makes no standing";
}

TEST(CodeShares, OneDocumentHasNoIntervalAndIsTold) {
    const CodeShares found = code_shares(by_hand(), options_by_hand());
    EXPECT_FALSE(cell(found.shares, {{"group", "UZB"}, {"code", "peace"}}, "q05"));
    EXPECT_TRUE(cell(found.shares, {{"group", "KAZ"}, {"code", "peace"}}, "q05"));
    ASSERT_EQ(found.notes.size(), 1U);
}

CodedDocuments many_speeches(std::size_t groups) {
    CodedDocuments coded;
    coded.codes = {"a", "b", "c", "d"};
    for (std::size_t g = 0; g < groups; ++g) {
        for (int year = 1992; year < 2012; ++year) {
            Random random(7, "speeches", g * 100 + static_cast<std::size_t>(year));
            std::vector<CodeSet> sentences(30 + random.below(20));
            for (CodeSet& each : sentences)
                for (std::size_t code = 0; code < 4; ++code)
                    if (random.uniform() < 0.05 * static_cast<double>(code + g + 1)) each |= CodeSet{1} << code;
            coded.documents.push_back({std::to_string(g) + '_' + std::to_string(year), std::string(1, char('A' + g)),
                                       year, std::move(sentences)});
        }
    }
    return coded;
}

CodeShareOptions options_of_many() {
    CodeShareOptions options;
    options.windows = {{1992, 2011}, {1992, 1995}};
    options.groups = {"C", "A", "B", "D", "E"};
    options.anchors = {"a"};
    options.rivals = {{"a", "d", "b"}};
    options.replicates = 300;
    return options;
}

std::string all_bytes(const CodeShares& found) {
    std::string bytes;
    for (const Table* table : {&found.shares, &found.with, &found.rivals, &found.standings, &found.years})
        bytes += to_csv(*table);
    return bytes;
}

TEST(CodeShares, DoNotDependOnThreadsOrOnTheOrderOfDocuments) {
    CodedDocuments coded = many_speeches(5);
    order_documents(coded);
    CodeShareOptions options = options_of_many();
    options.threads = 1;
    const std::string one = all_bytes(code_shares(coded, options));
    options.threads = 3;
    EXPECT_EQ(all_bytes(code_shares(coded, options)), one);
    std::ranges::reverse(coded.documents);
    order_documents(coded);
    EXPECT_EQ(all_bytes(code_shares(coded, options)), one);
}

TEST(CodeShares, AStandingFollowsFromHowTheStatesWereMade) {
    CodedDocuments coded = many_speeches(5);
    order_documents(coded);
    const CodeShares found = code_shares(coded, options_of_many());
    // Group C speaks of everything more than A and B, less than D and E.
    EXPECT_EQ(cell(found.standings, {{"window", "1992-2011"}, {"of", "share"}, {"code", "d"}}, "standing"), 0.5);
    EXPECT_EQ(cell(found.standings, {{"window", "1992-2011"}, {"of", "share"}, {"code", "d"}}, "rank"), 3);
}

TEST(CodeShares, TheIntervalCoversWhatTheSpeechesWereDrawnFrom) {
    std::size_t covered = 0;
    constexpr std::size_t times = 200;
    for (std::size_t time = 0; time < times; ++time) {
        CodedDocuments coded;
        coded.codes = {"a"};
        for (int k = 0; k < 30; ++k) {
            Random random(time, "speech", static_cast<std::uint64_t>(k));
            const double rate = 0.1 + 0.2 * random.uniform();  // speeches differ
            std::vector<CodeSet> sentences(50);
            for (CodeSet& each : sentences) each = random.uniform() < rate ? 1 : 0;
            coded.documents.push_back({std::to_string(k), "A", 1992, std::move(sentences)});
        }
        CodeShareOptions options;
        options.windows = {{1992, 1992}};
        options.groups = {"A"};
        options.replicates = 199;
        options.seed = time;
        const CodeShares found = code_shares(coded, options);
        const double low = *cell(found.shares, {}, "q05"), high = *cell(found.shares, {}, "q95");
        covered += low <= 0.2 && 0.2 <= high ? 1 : 0;
    }
    EXPECT_GT(covered, times * 82 / 100);
    EXPECT_LT(covered, times * 96 / 100);
}

TEST(CodeShares, WhatIsAskedForMustBeThere) {
    CodeShareOptions options = options_by_hand();
    options.anchors = {"piece"};
    EXPECT_THROW((void)code_shares(by_hand(), options), InputError);
    options = options_by_hand();
    options.rivals = {{"trade", "memory", "peace"}};
    EXPECT_THROW((void)code_shares(by_hand(), options), InputError);
    options = options_by_hand();
    options.windows = {{2001, 2002}};
    EXPECT_THROW((void)code_shares(by_hand(), options), InputError);
}

TEST(CodeShares, CanBeStopped) {
    CodedDocuments coded = many_speeches(5);
    order_documents(coded);
    expect_stoppable([&](const Work& work) {
        CodeShareOptions options = options_of_many();
        options.work = work;
        (void)code_shares(coded, options);
    });
}

}  // namespace
}  // namespace tarazy::code_shares_test
