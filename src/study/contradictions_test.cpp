#include "study/contradictions.hpp"

#include <gtest/gtest.h>

#include <deque>

namespace tarazy {
namespace contradictions_test {

using Kind = SharedMeasure::Kind;

/// Claims of several analyses, kept while they are compared.
class Claims {
public:
    Claims& leader(const std::string& analysis, const std::string& pole, const std::string& window, double years) {
        return add(analysis, "years_nearest", {pole}, window, years, Kind::leader);
    }
    Claims& year(const std::string& analysis, const std::string& pole, int year, double closeness) {
        return add(analysis, "years_nearest", {pole}, std::to_string(year), closeness, Kind::leader_of_year);
    }
    Claims& trend(const std::string& analysis, double low, double value, double high) {
        add(analysis, "trend", {"CHN"}, "1991-2020", value, Kind::sign);
        claims_.back().interval = Interval{low, high, 0.9, "bootstrap percentile"};
        return *this;
    }
    [[nodiscard]] std::vector<Contradiction> found() const { return find_contradictions(shared_); }

private:
    Claims& add(const std::string& analysis, const std::string& what, std::vector<std::string> about,
                const std::string& time, double value, Kind kind) {
        Claim claim;
        claim.analysis = analysis;
        claim.id = analysis + '.' + what + '.' + about.front() + '.' + time + '.' + std::to_string(claims_.size());
        claim.parts = {"", "", what, std::move(about), time};
        claim.value = value;
        claims_.push_back(std::move(claim));
        shared_.push_back({{"votes." + what, kind}, &claims_.back()});
        return *this;
    }

    std::deque<Claim> claims_;
    std::vector<SharedClaim> shared_;
};

TEST(Contradictions, AnotherPoleThatLeadsIsOne) {
    Claims claims;
    claims.leader("raw", "RUS", "1991-2023", 1).leader("raw", "CHN", "1991-2023", 32);
    claims.leader("model", "RUS", "1991-2025", 25).leader("model", "CHN", "1991-2025", 10);
    const auto found = claims.found();
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].measures, "votes.years_nearest");
    ASSERT_EQ(found[0].sides.size(), 2u);
    EXPECT_EQ(found[0].sides[0].says, "CHN");
    EXPECT_EQ(found[0].sides[1].says, "RUS");
    EXPECT_EQ(found[0].sides[1].claims.size(), 2u);
    EXPECT_EQ(found[0].common_years, 0u);
}

TEST(Contradictions, TheSameLeaderATieAndOneAnalysisAloneAreNone) {
    EXPECT_TRUE(Claims().leader("raw", "RUS", "1991-2020", 20).leader("raw", "CHN", "1991-2020", 10).found().empty());
    EXPECT_TRUE(Claims()
                    .leader("raw", "RUS", "1991-2020", 20)
                    .leader("raw", "CHN", "1991-2020", 10)
                    .leader("model", "RUS", "1991-2020", 16)
                    .leader("model", "CHN", "1991-2020", 14)
                    .found()
                    .empty());
    EXPECT_TRUE(Claims()
                    .leader("raw", "RUS", "1991-2020", 15)
                    .leader("raw", "CHN", "1991-2020", 15)
                    .leader("model", "RUS", "1991-2020", 16)
                    .leader("model", "CHN", "1991-2020", 14)
                    .found()
                    .empty());
    EXPECT_TRUE(find_contradictions({}).empty());
}

TEST(Contradictions, OnlyWidestWindowsOfMuchTheSameYearsAreCompared) {
    Claims claims;
    claims.leader("raw", "RUS", "1991-2020", 20).leader("raw", "CHN", "1991-2020", 10);
    claims.leader("raw", "RUS", "1991-2000", 1).leader("raw", "CHN", "1991-2000", 9);
    claims.leader("model", "RUS", "2011-2020", 1).leader("model", "CHN", "2011-2020", 9);
    EXPECT_TRUE(claims.found().empty());
}

TEST(Contradictions, SignsMustBeSure) {
    EXPECT_EQ(Claims().trend("raw", 0.1, 0.2, 0.3).trend("model", -0.3, -0.2, -0.1).found().size(), 1u);
    EXPECT_TRUE(Claims().trend("raw", 0.1, 0.2, 0.3).trend("model", -0.3, -0.1, 0.1).found().empty());
}

TEST(Contradictions, YearsThatBothSpeakOfAreCounted) {
    Claims claims;
    claims.leader("raw", "RUS", "2001-2003", 1).leader("raw", "CHN", "2001-2003", 2);
    claims.leader("model", "RUS", "2001-2003", 2).leader("model", "CHN", "2001-2003", 1);
    for (int year = 2001; year <= 2004; ++year) {
        claims.year("raw", "RUS", year, 0.5).year("raw", "CHN", year, year == 2001 ? 0.4 : 0.6);
        claims.year("model", "RUS", year, 0.5).year("model", "CHN", year, year == 2003 ? 0.6 : 0.4);
    }
    const auto found = claims.found();
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].common_years, 3u);  // 2004 is outside the window
    EXPECT_EQ(found[0].differing_years, 1u);
}

TEST(Contradictions, TheTableHasARowForEachNumber) {
    AnalysisResult raw, model;
    raw.id = "raw";
    model.id = "model";
    Claim claim;
    claim.id = "raw.x";
    claim.value = 3;
    raw.claims = {claim};
    claim.id = "model.x";
    model.claims = {claim};
    const Table table =
        contradiction_table({{"votes.x", {{"raw", "+", {"raw.x"}}, {"model", "-", {"model.x"}}}, 0, 0}}, {raw, model});
    ASSERT_EQ(table.rows(), 2u);
    EXPECT_EQ(table["says"].text(1), "-");
}

}  // namespace contradictions_test
}  // namespace tarazy
