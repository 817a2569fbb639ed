#include "analyses/align/vote_rows_used.hpp"

#include "table/state_codes.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace tarazy {
namespace {

/// A session opens in the year 1945 + session.
constexpr int year_before_sessions = 1945;

std::optional<int> whole_year(const std::string& text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// "1992-2012" or "1992".
std::optional<std::pair<int, int>> named_years(const std::string& time) {
    const std::size_t dash = time.find('-');
    const auto first = whole_year(time.substr(0, dash)),
               last = dash == std::string::npos ? first : whole_year(time.substr(dash + 1));
    if (!first || !last) return std::nullopt;
    return std::pair(*first, *last);
}

/// States as votes and ties name them: by ISO code or COW number.
std::vector<std::string> vote_codes(const std::vector<std::string>& states, int year) {
    std::vector<std::string> codes = states;
    for (const std::string& state : states)
        if (const auto cow = cow_of_iso3(state, year)) codes.push_back(std::to_string(*cow));
    return codes;
}

std::vector<RowsUsed> votes_used(const std::vector<std::string>& states, int first_session, int last_session) {
    const RowCondition in_sessions{
        .columns = {"session"}, .least = static_cast<double>(first_session), .most = static_cast<double>(last_session)};
    return {{"roll_calls", {in_sessions}},
            {"votes",
             {{.columns = {"rcid"}, .among = "roll_calls"},
              in_sessions,
              {.columns = {"ccode", "member", "iso3"},
               .values = vote_codes(states, year_before_sessions + last_session)}}}};
}

std::vector<RowsUsed> ties_used(const std::vector<std::string>& states, int first, int last) {
    return {{"ties",
             {{.columns = {"year"}, .least = static_cast<double>(first), .most = static_cast<double>(last)},
              {.columns = {"ccode1", "ccode2", "state1", "state2"}, .values = vote_codes(states, last)}}}};
}

bool reads_role(const AnalysisResult& analysis, const char* role) {
    return std::ranges::find(analysis.made_from.data, role, &DataRead::role) != analysis.made_from.data.end();
}

}  // namespace

std::vector<RowsUsed> similarity_rows_used(const StudyResult& /*result*/, const AnalysisResult& analysis,
                                           const Claim& claim) {
    const auto time = whole_year(claim.parts.time);
    if (claim.parts.about.size() != 2 || !time) return {};
    if (reads_role(analysis, "ties")) return ties_used(claim.parts.about, *time, *time);
    return votes_used(claim.parts.about, *time, *time);
}

std::vector<RowsUsed> shares_rows_used(const StudyResult& result, const AnalysisResult& analysis, const Claim& claim) {
    const auto years = named_years(claim.parts.time);
    if (!years) return {};
    std::vector<std::string> states{claim.parts.state.empty() ? result.focus : claim.parts.state};
    for (const Pole& pole : result.poles) {
        const bool named =
            claim.parts.about.empty() || std::ranges::find(claim.parts.about, pole.id) != claim.parts.about.end();
        // Closeness and differences are of the poles named; a share, and which pole is nearest, are of all.
        const bool of_all = claim.parts.quantity.find("share") != std::string::npos ||
                            claim.parts.quantity.find("nearest") != std::string::npos;
        if (named || of_all) states.insert(states.end(), pole.members.begin(), pole.members.end());
    }
    if (reads_role(analysis, "ties")) return ties_used(states, years->first, years->second);
    return votes_used(states, years->first - year_before_sessions, years->second - year_before_sessions);
}

}  // namespace tarazy
