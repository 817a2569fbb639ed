#pragma once

#include "analyses/sample_result_test.hpp"
#include "ledger/claim_id.hpp"

namespace tarazy {

inline Column texts(std::vector<std::string> cells) {
    return Column(std::span<const std::string>(cells));
}

inline Claim number(const std::string& analysis, const ClaimParts& parts, double value) {
    Claim claim;
    claim.id = series_claim_id(analysis, parts);
    claim.parts = parts;
    claim.analysis = analysis;
    claim.quantity = parts.quantity;
    claim.value = value;
    return claim;
}

/// The sample with a balance of two domains in 2000, of one in 2001, and with ideal points of both years.
inline StudyResult with_balance() {
    StudyResult result = sample_result();
    AnalysisResult balance;
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
    balance.claims = {number("hedge", {"", "overall", "h_total", {}, "2000"}, 0.9),
                      number("hedge", {"", "overall", "years_aligned", {"RUS"}, "2000-2000"}, 1),
                      number("hedge", {"", "overall", "years_specialised", {}, "2000-2000"}, 0),
                      number("hedge", {"", "overall", "years_equidistant", {}, "2000-2000"}, 0)};
    result.analyses.push_back(std::move(balance));
    AnalysisResult points;
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
    points.claims = {number("points", {"", "", "position", {"KAZ"}, "2000"}, 0.25),
                     number("points", {"", "", "closer", {"RUS", "CHN"}, "2000"}, 0.97),
                     number("points", {"", "", "closer", {"RUS", "CHN"}, "2001"}, 0.3),
                     number("points", {"", "", "closer", {"RUS", "CHN"}, "2002"}, 0.2)};
    result.analyses.push_back(std::move(points));
    return result;
}

}  // namespace tarazy
