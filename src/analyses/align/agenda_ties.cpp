#include "analyses/align/agenda_ties.hpp"

#include "align/votes/vote_panel.hpp"

#include <cmath>

namespace tarazy {
namespace {

/// The claims `sessions_untied` and `sessions_joined`.
struct TieClaims {
    const Claim *untied = nullptr, *joins = nullptr;
    [[nodiscard]] bool known() const { return untied != nullptr && joins != nullptr && untied->value && joins->value; }
};

TieClaims tie_claims(const ReportContext& context, const AnalysisResult& analysis) {
    return {context.claim(analysis, {"", "", "sessions_untied", {}, ""}),
            context.claim(analysis, {"", "", "sessions_joined", {}, ""})};
}

}  // namespace

AgendaTies agenda_ties(const ReportContext& context, const AnalysisResult& analysis) {
    const TieClaims claims = tie_claims(context, analysis);
    if (!claims.known() || *claims.joins->value == 0) return AgendaTies::unknown;
    if (*claims.untied->value == 0) return AgendaTies::all;
    return *claims.untied->value * 2 < *claims.joins->value ? AgendaTies::most : AgendaTies::few;
}

Html agenda_sentence(const ReportContext& context, const AnalysisResult& analysis) {
    const AgendaTies ties = agenda_ties(context, analysis);
    if (ties == AgendaTies::unknown) return {};
    const TieClaims claims = tie_claims(context, analysis);
    const std::string key = ties == AgendaTies::all    ? "agenda.all"
                            : ties == AgendaTies::most ? "agenda.most"
                                                       : "agenda.few";
    return local_with_claims(
        context.messages.say(key, {{"n", static_cast<std::int64_t>(std::llround(*claims.untied->value))},
                                   {"joins", static_cast<std::int64_t>(std::llround(*claims.joins->value))},
                                   {"least", static_cast<std::int64_t>(least_repeated_texts)}}),
        {claims.untied->id, claims.joins->id});
}

Html positions_reading(const ReportContext& context, const AnalysisResult& analysis) {
    const AgendaTies ties = agenda_ties(context, analysis);
    const bool tied = ties == AgendaTies::all || ties == AgendaTies::most;
    const Html reading = context.say(tied ? "reading.align.ideal-points" : "reading.align.ideal-points_untied");
    if (ties == AgendaTies::all || ties == AgendaTies::unknown) return reading;
    return agenda_sentence(context, analysis) + Html{" "} + reading;
}

}  // namespace tarazy
