#include "analyses/text/codes_claims.hpp"

#include "analyses/text/document_choice.hpp"
#include "base/text_lists.hpp"
#include "ledger/claim_id.hpp"
#include "study/claim_cells.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <algorithm>

namespace tarazy {
namespace {

struct CodeQuantity {
    const char *name, *table, *column, *prefix, *unit, *formula, *source, *no_interval;
};

constexpr const char* code_ratio = "sentences with the code / sentences";
constexpr const char* cochran = "Cochran 1977; documents drawn with replacement: Efron 1979";
constexpr const char* tarazy_rule = "this program; documents drawn with replacement: Efron 1979";
constexpr CodeQuantity share_of_code = {"share", "", "share", "", "share", code_ratio, cochran, ""};
constexpr CodeQuantity with_anchor = {"with",
                                      "with",
                                      "share",
                                      "",
                                      "share",
                                      "of the sentences with the first code, the share that has the second in them or "
                                      "within the context",
                                      cochran,
                                      ""};
constexpr CodeQuantity rank_with = {
    "rank_with", "with", "rank", "rank_", "rank", "1 + number of other codes that stand with the first code more often",
    tarazy_rule, ""};
constexpr CodeQuantity years_first = {
    "years_first",
    "with",
    "years_first",
    "",
    "share of years",
    "years in which no code stands with the first more often, shared among equals / years that have the first",
    "this program",
    "it is counted"};
constexpr CodeQuantity rival_difference = {
    "difference",
    "rivals",
    "difference",
    "",
    "share",
    "of the sentences with the first code, the share with the second nearby minus the share with the third",
    cochran,
    ""};
constexpr CodeQuantity standing_of_code = {
    "",          "standings", "standing",
    "",          "share",     "share of the comparison states with a smaller number, equal ones half, draw by draw",
    tarazy_rule, ""};

constexpr CodeQuantity denied_share = {"denied",
                                       "denied",
                                       "share_denied",
                                       "",
                                       "share",
                                       "sentences in which every find of the code has a negation beside it / sentences "
                                       "with the code",
                                       "counting",
                                       "it is counted"};

class CodeClaims {
public:
    explicit CodeClaims(const AnalysisPlan& plan) : plan_(plan), command_(codes_command(plan)) {}

    Claim* add(const Table& table, std::size_t row, const CodeQuantity& quantity, const std::string& name,
               const std::string& group, std::vector<std::string> about, const std::string& time) {
        const ClaimParts parts{group == plan_.frame.focus ? "" : group, "", name, std::move(about), time};
        if (!parts.state.empty() && !read_by_a_test(plan_, parts)) return nullptr;
        Claim claim;
        claim.parts = parts;
        claim.id = series_claim_id(plan_.id, parts);
        claim.analysis = plan_.id;
        claim.quantity = parts.quantity;
        claim.unit = quantity.unit;
        claim.method = "text codes";
        claim.formula = quantity.formula;
        claim.formula_source = quantity.source;
        claim.parameters = plan_.parameters.json();
        claim.no_interval = quantity.no_interval;
        claim.reproduce = command_;
        claim.value = number_in(table, quantity.column, row);
        claim.subject = group + ", " + time + ": " + joined_about(parts.about);
        claim.inputs = uses(plan_, "documents of " + group + ", " + time, {"documents"});
        for (InputUse& use : uses(plan_, "patterns of " + joined_about(parts.about), {"codebook"}))
            claim.inputs.push_back(std::move(use));
        if (!claim.value) claim.statement = "no sentence to take a share of";
        claims_.push_back(std::move(claim));
        return &claims_.back();
    }
    void add_drawn(const Table& table, std::size_t row, const CodeQuantity& quantity, const std::string& name,
                   const std::string& group, std::vector<std::string> about) {
        Claim* claim = add(table, row, quantity, name, group, std::move(about), text_in(table, "window", row));
        if (claim == nullptr || !claim->value || quantity.no_interval[0] != '\0') return;
        const std::string q = quantity.prefix;
        claim->interval = interval_in(table, row, q + "q05", q + "q95", 0.9, "documents drawn with replacement");
        claim->quantiles = quantiles_in(
            table, row, {{0.05, q + "q05"}, {0.1, q + "q10"}, {0.5, q + "q50"}, {0.9, q + "q90"}, {0.95, q + "q95"}});
        if (!claim->interval) claim->no_interval = "there is one document";
    }
    std::vector<Claim> take() { return std::move(claims_); }

private:
    static std::string joined_about(const std::vector<std::string>& about) {
        return joined(about, ", ", [](const std::string& code) { return code; });
    }

    const AnalysisPlan& plan_;
    const std::string command_;
    std::vector<Claim> claims_;
};

void add_year_claims(const AnalysisPlan& plan, const Table& years, CodeClaims& claims) {
    for (std::size_t row = 0; row < years.rows(); ++row) {
        if (text_in(years, "group", row) != plan.frame.focus) continue;
        Claim* claim = claims.add(years, row, share_of_code, "share", plan.frame.focus, {text_in(years, "code", row)},
                                  years["year"].display(row));
        claim->interval = interval_in(years, row, "lower", "upper", 0.95, "Clopper & Pearson 1934");
    }
}

void add_standing_claims(const AnalysisPlan& plan, const Table& standings, CodeClaims& claims) {
    for (std::size_t row = 0; row < standings.rows(); ++row) {
        std::vector<std::string> about = {text_in(standings, "code", row)};
        if (const std::string anchor = text_in(standings, "anchor", row); !anchor.empty())
            about.insert(about.begin(), anchor);
        claims.add_drawn(standings, row, standing_of_code, "standing_of_" + text_in(standings, "of", row),
                         plan.frame.focus, std::move(about));
    }
}

void refuse_rivals(const AnalysisPlan& plan, const std::string& text) {
    throw InputError(Problem{"", 0, 0, "analysis '" + plan.id + "': '" + text + "' names no rivals",
                             "write for example rivals = \"peace: memory-trade; memory: law-trade\""});
}

}  // namespace

std::vector<std::string> code_anchors(const AnalysisPlan& plan) {
    return listed(plan.parameters.get<std::string>("anchors"), ',');
}

std::vector<std::array<std::string, 3>> code_rivals(const AnalysisPlan& plan) {
    std::vector<std::array<std::string, 3>> rivals;
    for (const std::string& text : listed(plan.parameters.get<std::string>("rivals"), ';')) {
        const auto parts = listed(text, ':');
        if (parts.size() != 2) refuse_rivals(plan, text);
        const auto two = listed(parts[1], '-');
        if (two.size() != 2) refuse_rivals(plan, text);
        rivals.push_back({parts[0], two[0], two[1]});
    }
    return rivals;
}

std::string codes_command(const AnalysisPlan& plan) {
    std::string text = "tarazy text codes" + file_option(plan, "--documents", "documents") +
                       file_option(plan, "--codebook", "codebook") + " --group " +
                       plan.parameters.get<std::string>("group") + " --states " + plan.frame.focus;
    for (const std::string& state : plan.frame.comparison) text += "," + state;
    text += " --windows ";
    const auto windows = text_windows(plan);
    text += joined(windows, ",", [](const Span& span) { return to_string(span); });
    if (const std::string anchors = plan.parameters.get<std::string>("anchors"); !anchors.empty())
        text += " --anchors " + shell_word(anchors);
    if (const std::string rivals = plan.parameters.get<std::string>("rivals"); !rivals.empty())
        text += " --rivals " + shell_word(rivals);
    if (const std::string negated = plan.parameters.get<std::string>("negated"); negated != "apart")
        text += " --negated " + negated;
    return text + " --context " + std::to_string(plan.parameters.get<std::int64_t>("context")) + " --draws " +
           std::to_string(plan.parameters.get<std::int64_t>("draws")) + " --language " +
           plan.parameters.get<std::string>("language") + " --seed " + std::to_string(plan.frame.seed);
}

std::vector<Claim> codes_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    CodeClaims claims(plan);
    const auto each_row = [&](const char* name, auto add) {
        const Table* table = find_table(tables, name);
        for (std::size_t row = 0; table != nullptr && row < table->rows(); ++row)
            add(*table, row, text_in(*table, "group", row));
    };
    each_row("", [&](const Table& table, std::size_t row, const std::string& group) {
        claims.add_drawn(table, row, share_of_code, "share", group, {text_in(table, "code", row)});
    });
    each_row("with", [&](const Table& table, std::size_t row, const std::string& group) {
        for (const CodeQuantity& quantity : {with_anchor, rank_with, years_first})
            claims.add_drawn(table, row, quantity, quantity.name, group,
                             {text_in(table, "anchor", row), text_in(table, "code", row)});
    });
    each_row("rivals", [&](const Table& table, std::size_t row, const std::string& group) {
        claims.add_drawn(table, row, rival_difference, "difference", group,
                         {text_in(table, "anchor", row), text_in(table, "one", row), text_in(table, "other", row)});
    });
    each_row("denied", [&](const Table& table, std::size_t row, const std::string& group) {
        claims.add_drawn(table, row, denied_share, "denied", group, {text_in(table, "code", row)});
    });
    if (const Table* standings = find_table(tables, "standings")) add_standing_claims(plan, *standings, claims);
    if (const Table* years = find_table(tables, "years")) add_year_claims(plan, *years, claims);
    return claims.take();
}

std::vector<QuantityForm> codes_quantities(const AnalysisPlan& plan) {
    std::vector<QuantityForm> forms = {{"share.<code>.<year>", true}};
    for (const Span& window : text_windows(plan)) {
        const std::string years = to_string(window), end = '.' + years;
        forms.push_back({"standing_of_share.<code>" + end, true, years});
        forms.push_back({"denied.<code>" + end, false, years});
        for (const std::string& anchor : code_anchors(plan))
            forms.push_back({"standing_of_with." + anchor + "-<code>" + end, true, years});
        for (const std::string prefix : {"", "state.<state>."}) {
            forms.push_back({prefix + "share.<code>" + end, true, years});
            for (const std::string& anchor : code_anchors(plan)) {
                for (const char* name : {"with.", "rank_with."})
                    forms.push_back({prefix + name + anchor + "-<code>" + end, true, years});
                forms.push_back({prefix + "years_first." + anchor + "-<code>" + end, false, years});
            }
            for (const auto& [anchor, one, other] : code_rivals(plan))
                forms.push_back({prefix + "difference." + anchor + '-' + one + '-' + other + end, true, years});
        }
    }
    return forms;
}

}  // namespace tarazy
