#include "analyses/text/concordance_analysis.hpp"

#include "analyses/text/codes_claims.hpp"
#include "base/error.hpp"
#include "base/text_lists.hpp"
#include "ledger/claim_id.hpp"
#include "study/claim_cells.hpp"
#include "study/result_tables.hpp"
#include "text/codes/code_lines.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// The codes asked for, all of the codebook if none is, and each pattern as a code of its own.
Codebook asked_codebook(const AnalysisPlan& plan, const RoleTables& data) {
    Codebook book;
    if (const auto table = data.find("codebook"); table != data.end()) {
        book = codebook_of_table(*table->second);
        const std::vector<std::string> codes = listed(plan.parameters.get<std::string>("codes"), ',');
        if (!codes.empty()) book = chosen_codes(book, codes);
    }
    Diagnostics problems;
    for (const std::string& pattern : listed(plan.parameters.get<std::string>("patterns"), ','))
        add_code_entry(book, pattern, pattern, 0, problems);
    problems.throw_if_any();
    if (book.codes.empty())
        throw InputError(Problem{"", 0, 0, "analysis '" + plan.id + "' looks for nothing",
                                 "name patterns = \"peace*, test site\", or data with a codebook"});
    return book;
}

std::vector<ResultTable> compute_concordance(const AnalysisPlan& plan, const RoleTables& data) {
    CodeLineOptions options;
    for (const Span& window : code_windows(plan)) options.windows.emplace_back(window.first, window.last);
    options.language = plan.parameters.get<std::string>("language");
    options.context = static_cast<std::size_t>(plan.parameters.get<std::int64_t>("context"));
    options.most_lines = static_cast<std::size_t>(plan.parameters.get<std::int64_t>("most_lines"));
    options.seed = plan.frame.seed;
    options.threads = plan.frame.threads;
    options.work = plan.frame.work;
    GroupChoice choice{plan.parameters.get<std::string>("group"),
                       {plan.frame.focus},
                       options.windows.front().first,
                       options.windows.front().second};
    for (const auto& [first, last] : options.windows) {
        choice.first = std::min(choice.first, first);
        choice.last = std::max(choice.last, last);
    }
    CodeLines found = code_lines(*data.at("documents"), choice, asked_codebook(plan, data), options);
    std::vector<ResultTable> result;
    result.push_back({"", std::move(found.counts)});
    result.push_back({lines_table, std::move(found.lines)});
    result.push_back({"notes", notes_table(found.notes)});
    return result;
}

struct ConcordanceQuantity {
    const char *name, *column, *unit, *formula;
};
constexpr ConcordanceQuantity concordance_quantities_all[] = {
    {"finds", "finds", "finds", "places that the patterns find, the longest first and none twice"},
    {"in_documents", "documents", "documents", "documents with a find"},
};

std::vector<Claim> concordance_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    std::vector<Claim> claims;
    const Table* counts = find_table(tables, "");
    for (std::size_t row = 0; counts != nullptr && row < counts->rows(); ++row) {
        const std::string code = text_in(*counts, "code", row), window = text_in(*counts, "window", row);
        for (const ConcordanceQuantity& quantity : concordance_quantities_all) {
            Claim claim;
            claim.parts = {"", "", quantity.name, {code}, window};
            claim.id = series_claim_id(plan.id, claim.parts);
            claim.analysis = plan.id;
            claim.quantity = quantity.name;
            claim.unit = quantity.unit;
            claim.method = "text kwic";
            claim.formula = quantity.formula;
            claim.formula_source = "counting";
            claim.parameters = plan.parameters.json();
            claim.no_interval = "it is counted";
            claim.reproduce = plan.frame.command;
            claim.value = number_in(*counts, quantity.column, row);
            claim.subject = plan.frame.focus + ", " + window + ": " + code;
            claim.inputs = uses(plan, (*counts)["of_documents"].display(row) + " documents of " + plan.frame.focus +
                                          ", " + window + ", " + (*counts)["words"].display(row) + " words");
            claims.push_back(std::move(claim));
        }
    }
    return claims;
}

std::vector<QuantityForm> concordance_quantities(const AnalysisPlan& plan) {
    std::vector<QuantityForm> forms;
    for (const Span& window : code_windows(plan))
        for (const ConcordanceQuantity& quantity : concordance_quantities_all)
            forms.push_back({std::string(quantity.name) + ".<code>." + to_string(window), false, to_string(window)});
    return forms;
}

}  // namespace

Method concordance_method() {
    Method method;
    method.id = "text.concordance";
    method.reads = {{{"documents"}, {"codebook", false}}};
    method.parameters = {
        {"windows",
         ParameterKind::spans,
         std::nullopt,
         1816,
         2100,
         {},
         "periods to look through (default: the study's years)"},
        {"patterns", ParameterKind::text, "", 0, 0, {}, "words, globs and phrases: peace*, test site"},
        {"codes", ParameterKind::text, "", 0, 0, {}, "codes of the codebook (default: all)"},
        {"context", ParameterKind::integer, "8", 0, 100, {}, "words and marks on either side"},
        {"most_lines", ParameterKind::integer, "10", 1, 1000, {}, "lines of each code and period, drawn at random"},
        {"group", ParameterKind::text, "state", 0, 0, {}, "column that says whose words a document holds"},
        {"language",
         ParameterKind::text,
         "en",
         0,
         0,
         {"en", "kk", "ru", "zh", "auto"},
         "of the documents; auto: of each sentence"},
    };
    method.needs_focus = true;
    method.compute = compute_concordance;
    method.claims = concordance_claims;
    method.quantities = concordance_quantities;
    method.is_finding = [](const AnalysisPlan&, const Claim& claim) { return claim.value.value_or(0) > 0; };
    method.why_empty = [](const AnalysisPlan& plan, const RoleTables&) -> std::string {
        return "nothing of what is looked for stands in the documents of " + plan.frame.focus;
    };
    return method;
}

}  // namespace tarazy
