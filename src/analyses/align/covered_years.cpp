#include "analyses/align/covered_years.hpp"

#include "report/numbers.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

namespace tarazy {
namespace {

std::string span_of(const CoveredYears& years) {
    const std::string first = std::to_string(years.first);
    return years.first == years.last ? first : shown_window(first + '-' + std::to_string(years.last));
}

}  // namespace

std::optional<std::size_t> covered_row(const Table& summary, const std::string& state, const std::string& domain,
                                       const std::string& window) {
    for (std::size_t row = 0; row < summary.rows(); ++row) {
        if (text_in(summary, "window", row) != window || text_in(summary, "state", row) != state) continue;
        if (domain.empty() || text_in(summary, "domain", row) == domain) return row;
    }
    return std::nullopt;
}

std::optional<CoveredYears> covered_years(const AnalysisResult& analysis, const std::string& state,
                                          const std::string& domain, const std::string& window) {
    const Table* summary = find_table(analysis.tables, "summary");
    if (summary == nullptr || !summary->find("window") || !summary->find("n_years")) return std::nullopt;
    const auto row = covered_row(*summary, state, domain, window);
    if (!row) return std::nullopt;
    const auto first = number_in(*summary, "first_year", *row), last = number_in(*summary, "last_year", *row),
               years = number_in(*summary, "n_years", *row);
    if (!first || !last || !years) return std::nullopt;
    return CoveredYears{static_cast<int>(*first), static_cast<int>(*last), static_cast<std::int64_t>(*years)};
}

std::string shown_covered(const ReportContext& context, const AnalysisResult& analysis, const std::string& domain,
                          const std::string& window) {
    const auto covered = covered_years(analysis, context.result.focus, domain, window);
    return covered ? span_of(*covered) : shown_window(window);
}

LocalText covered_in_words(const ReportContext& context, const CoveredYears& years) {
    return context.messages.say("window.covered", {{"window", span_of(years)}, {"n", years.years}});
}

}  // namespace tarazy
