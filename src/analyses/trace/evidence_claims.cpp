#include "analyses/trace/evidence_claims.hpp"

#include "ledger/claim_id.hpp"
#include "study/claim_cells.hpp"

#include <algorithm>

namespace tarazy {
namespace {

constexpr double drawn_level = 0.9;

class EvidenceClaims {
public:
    explicit EvidenceClaims(const AnalysisPlan& plan) : plan_(plan) {}

    /// A claim without a value yet.
    Claim begin(const std::string& quantity, std::vector<std::string> about, const std::string& subject,
                const std::string& unit, const std::string& formula, const std::string& source) const {
        Claim claim;
        claim.parts = {"", "", quantity, std::move(about), ""};
        claim.id = series_claim_id(plan_.id, claim.parts);
        claim.analysis = plan_.id;
        claim.quantity = quantity;
        claim.subject = subject;
        claim.unit = unit;
        claim.method = "trace evidence";
        claim.formula = formula;
        claim.formula_source = source;
        claim.parameters = plan_.parameters.json();
        claim.inputs =
            uses(plan_, plan_.parameters.has("set") ? "set " + plan_.parameters.get<std::string>("set") : "all rows");
        claim.reproduce = evidence_command(plan_);
        return claim;
    }

    /// A number with the quantiles of the draws in a row; without a value it has none.
    void add_drawn(Claim claim, const Table& table, std::size_t row, const std::string& value,
                   const std::string& prefix) {
        claim.value = number_in(table, value, row);
        if (claim.value) {
            claim.interval = interval_in(table, row, prefix + "q05", prefix + "q95", drawn_level,
                                         "draws within the elicited ranges");
            claim.quantiles = quantiles_in(table, row,
                                           {{0.05, prefix + "q05"},
                                            {0.1, prefix + "q10"},
                                            {0.5, prefix + "q50"},
                                            {0.9, prefix + "q90"},
                                            {0.95, prefix + "q95"}});
        }
        claims_.push_back(std::move(claim));
    }
    void add_certain(Claim claim, std::optional<double> value, const std::string& why) {
        claim.value = value;
        claim.no_interval = why;
        claims_.push_back(std::move(claim));
    }
    std::vector<Claim> take() { return std::move(claims_); }

private:
    const AnalysisPlan& plan_;
    std::vector<Claim> claims_;
};

void add_scoreboard(EvidenceClaims& claims, const Table& board) {
    for (std::size_t row = 0; row < board.rows(); ++row) {
        const std::string id = text_in(board, "hypothesis", row);
        claims.add_drawn(
            claims.begin("posterior", {id}, id, "probability",
                         "prior times the product of the likelihoods of what was found, divided by the sum "
                         "of the same over all hypotheses",
                         "Bayes' theorem; Fairfield and Charman 2017"),
            board, row, "posterior", "");
        claims.add_drawn(claims.begin("rank", {id}, id, "rank",
                                      "rank of the posterior among the hypotheses; 1 = largest", "this program"),
                         board, row, "rank", "rank_");
        claims.add_certain(claims.begin("leads", {id}, id, "probability",
                                        "share of the draws within the elicited ranges in which the hypothesis has the "
                                        "largest posterior",
                                        "this program"),
                           number_in(board, "p_leads", row), "it is itself a probability over the elicited ranges");
        claims.add_certain(claims.begin("clues_against", {id}, id, "clues",
                                        "number of clues that count whose weight against all rivals, given all other "
                                        "clues, is below 0 decibels",
                                        "counting; weight after Good 1985"),
                           number_in(board, "clues_against", row), "it is counted at the elicited values");
    }
}

void add_weights(EvidenceClaims& claims, const Table& weights, const Table& board) {
    std::string leader, second;
    for (std::size_t row = 0; row < board.rows(); ++row) {
        const auto rank = number_in(board, "rank", row);
        if (rank == 1) leader = text_in(board, "hypothesis", row);
        if (rank == 2) second = text_in(board, "hypothesis", row);
    }
    for (std::size_t row = 0; row < weights.rows(); ++row) {
        if (!text_in(weights, "clue", row).empty()) continue;
        const std::string a = text_in(weights, "hypothesis", row), b = text_in(weights, "against", row);
        const std::string formula =
            "10 log10 of the posterior odds: prior odds and the weights of all clues that count";
        claims.add_drawn(claims.begin("weight", {a, b}, a + " against " + b, "decibels", formula, "Good 1985"), weights,
                         row, "weight_db", "");
        if (a == leader && b == second) {
            claims.add_drawn(claims.begin("decibels_to_reverse", {}, a + " against " + b, "decibels",
                                          "10 log10 of the posterior odds of the first two hypotheses",
                                          "Good 1985; Fairfield and Charman 2017"),
                             weights, row, "weight_db", "");
        }
    }
}

}  // namespace

std::string evidence_command(const AnalysisPlan& plan) {
    std::string command = "tarazy trace evidence" + file_option(plan, "--hypotheses", "hypotheses") +
                          file_option(plan, "--clues", "clues") + file_option(plan, "--likelihoods", "likelihoods");
    if (plan.parameters.has("set")) command += " --set " + shell_word(plan.parameters.get<std::string>("set"));
    const std::string& shape = plan.parameters.get<std::string>("shape");
    if (shape != "uniform") command += " --shape " + shape;
    command += " --draws " + std::to_string(plan.parameters.get<std::int64_t>("draws"));
    return command + " --seed " + std::to_string(plan.frame.seed) + " --show bounds";
}

std::vector<Claim> evidence_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    EvidenceClaims claims(plan);
    const Table *board = find_table(tables, "scoreboard"), *weights = find_table(tables, "weights"),
                *clues = find_table(tables, "clues");
    if (board != nullptr) add_scoreboard(claims, *board);
    if (weights != nullptr && board != nullptr) add_weights(claims, *weights, *board);
    if (clues != nullptr) {
        double counted = 0;
        for (std::size_t row = 0; row < clues->rows(); ++row)
            counted += text_in(*clues, "counting", row) == "counted" ? 1 : 0;
        claims.add_certain(
            claims.begin("clues", {}, "clues", "clues",
                         "number of clues that count: sought, and the strongest of their group", "counting"),
            counted, "it is counted in the record as it is");
    }
    return claims.take();
}

std::vector<QuantityForm> evidence_quantities(const AnalysisPlan& /*plan*/) {
    return {{"posterior.<hypothesis>", true},
            {"rank.<hypothesis>", true},
            {"leads.<hypothesis>"},
            {"clues_against.<hypothesis>"},
            {"weight.<a>-<b>", true},
            {"decibels_to_reverse", true},
            {"clues"}};
}

}  // namespace tarazy
