#include "report/balance_chapter.hpp"

#include "report/figure_data.hpp"
#include "report/front_sentences.hpp"
#include "report/positions_chapter.hpp"
#include "report/sample_outcome_test.hpp"
#include "report/shares_rows.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace tarazy {
namespace {

Column texts(std::vector<std::string> cells) {
    return Column(std::span<const std::string>(cells));
}

Claim number(const std::string& id, const std::string& quantity, double value) {
    Claim claim;
    claim.id = id;
    claim.analysis = id.substr(0, id.find('.'));
    claim.quantity = quantity;
    claim.value = value;
    return claim;
}

/// The sample with a balance of two domains in 2000, of one in 2001, and with ideal points of both years.
StudyOutcome with_balance() {
    StudyOutcome outcome = sample_outcome();
    AnalysisOutcome balance;
    balance.id = "hedge";
    balance.method = "align.balance";
    balance.title = {"Balance", "Тепе-теңдік", "Равновесие"};
    Table quantities;
    quantities.add("state", texts({"KAZ", "KAZ", "KAZ", "KAZ"}));
    quantities.add("year", Column(std::vector<std::int64_t>{2000, 2001, 2000, 2001}));
    quantities.add("domain", texts({"overall", "overall", "overall", "overall"}));
    quantities.add("quantity", texts({"share", "share", "h_total", "h_total"}));
    quantities.add("poles", texts({"RUS", "RUS", "", ""}));
    quantities.add("value", Column(std::vector<double>{0.5, 0.6, 0.9, 0.8}));
    quantities.add("q05", Column(std::vector<double>{0.4, 0.5, 0.88, 0.78}));
    quantities.add("q95", Column(std::vector<double>{0.6, 0.7, 0.92, 0.82}));
    quantities.add("missing", texts({"", "imports", "", "imports"}));
    quantities.add("flag", texts({"", "", "", ""}));
    Table labels;
    labels.add("state", texts({"KAZ", "KAZ"}));
    labels.add("year", Column(std::vector<std::int64_t>{2000, 2001}));
    labels.add("label", texts({"aligned:RUS", ""}));
    labels.add("missing", texts({"", "imports"}));
    Table summary;
    summary.add("state", texts({"KAZ", "KAZ"}));
    summary.add("domain", texts({"overall", "overall"}));
    summary.add("window", texts({"2000-2001", "2000-2000"}));
    summary.add("n_years", Column(std::vector<std::int64_t>{1, 1}));
    balance.tables = {{"", quantities}, {"labels", labels}, {"summary", summary}};
    balance.claims = {number("hedge.overall.h_total.2000", "h_total", 0.9),
                      number("hedge.overall.years_aligned.RUS.2000-2000", "years_aligned", 1),
                      number("hedge.overall.years_specialised.2000-2000", "years_specialised", 0),
                      number("hedge.overall.years_equidistant.2000-2000", "years_equidistant", 0)};
    outcome.analyses.push_back(std::move(balance));
    AnalysisOutcome points;
    points.id = "points";
    points.method = "align.ideal-points";
    Table poles;
    poles.add("pole", texts({"RUS"}));
    poles.add("year", Column(std::vector<std::int64_t>{2000}));
    poles.add("mean", Column(std::vector<double>{0.5}));
    Table relations;
    relations.add("state", texts({"KAZ", "KAZ"}));
    relations.add("year", Column(std::vector<std::int64_t>{2000, 2000}));
    relations.add("quantity", texts({"closer", "evenness"}));
    relations.add("poles", texts({"RUS-CHN", ""}));
    relations.add("value", Column(std::vector<double>{0.97, 0.8}));
    points.tables = {{"poles", poles}, {"relations", relations}};
    points.claims = {
        number("points.position.KAZ.2000", "position", 0.25), number("points.closer.RUS-CHN.2000", "closer", 0.97),
        number("points.closer.RUS-CHN.2001", "closer", 0.3), number("points.closer.RUS-CHN.2002", "closer", 0.2)};
    outcome.analyses.push_back(std::move(points));
    return outcome;
}

nlohmann::json figure_named(const ReportContext& context, const std::string& id) {
    const nlohmann::json data = nlohmann::json::parse(figure_data_json(context));
    for (const auto& figure : data.at("figures"))
        if (figure["id"] == id) return figure;
    return nullptr;
}

TEST(BalanceChapter, YearsWithFewerDomainsAreFlagged) {
    const StudyOutcome outcome = with_balance();
    const auto years = share_years(outcome.analyses[outcome.analyses.size() - 2]);
    ASSERT_EQ(years.size(), 2u);
    EXPECT_EQ(years[0].flag, "");
    EXPECT_EQ(years[1].flag, "domains");
    EXPECT_EQ(years[1].poles.at("RUS").share_low, 0.5);
}

TEST(BalanceChapter, ShowsTheLabelInWordsAndLinksItsNumbers) {
    const StudyOutcome outcome = with_balance();
    const ReportContext context(outcome);
    const std::string html = balance_body(context, *context.analysis("hedge")).markup;
    EXPECT_NE(html.find("aligned with Russia"), std::string::npos);
    EXPECT_NE(html.find("#claim-hedge.overall.h_total.2000"), std::string::npos);
    EXPECT_EQ(label_in_words(context, "specialised").en, "different poles in different domains");
    EXPECT_TRUE(label_in_words(context, "").en.empty());
}

TEST(BalanceChapter, FiguresCarryDecompositionAndLabels) {
    const StudyOutcome outcome = with_balance();
    const ReportContext context(outcome);
    const auto hedge = figure_named(context, "hedge-hedge");
    ASSERT_EQ(hedge["rows"].size(), 2u);
    EXPECT_EQ(hedge["rows"][0][2], 0.9);
    EXPECT_EQ(hedge["rows"][0][7], "aligned:RUS");
    EXPECT_EQ(hedge["rows"][1][8], "imports");
    EXPECT_TRUE(hedge["rows"][0][5].is_null());  // h_within is not in the table: missing, not zero
    const auto closer = figure_named(context, "closer-points");
    ASSERT_EQ(closer["rows"].size(), 1u);
    EXPECT_EQ(closer["rows"][0][2], "RUS");
    EXPECT_EQ(closer["rows"][0][4], 0.97);
    EXPECT_EQ(figure_named(context, "positions-points")["rows"][0][1], "pole");
}

TEST(BalanceChapter, TheCompleteWindowIsTheShortestOfThoseWithMostYears) {
    const StudyOutcome outcome = with_balance();
    const ReportContext context(outcome);
    const auto window = complete_window(context, *context.analysis("hedge"));
    ASSERT_TRUE(window);
    EXPECT_EQ(window->window, "2000-2000");
    EXPECT_EQ(window->years.at("KAZ"), 1);
}

TEST(BalanceChapter, TheFrontPageTellsOddsAndLabels) {
    const StudyOutcome outcome = with_balance();
    const ReportContext context(outcome);
    std::string text;
    for (const Html& sentence : front_sentences(context)) text += sentence.markup;
    EXPECT_NE(text.find("#claim-points.closer.RUS-CHN.2000"), std::string::npos);
    EXPECT_NE(text.find("#claim-points.closer.RUS-CHN.2001"), std::string::npos);  // where the odds turn
    EXPECT_NE(text.find("#claim-points.closer.RUS-CHN.2002"), std::string::npos);
    EXPECT_NE(text.find("of alignment with Russia"), std::string::npos);
}

}  // namespace
}  // namespace tarazy
