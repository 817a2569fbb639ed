#include "cli/compare/minimise_result.hpp"

#include "cli/json_stream.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {
namespace {

using Json = nlohmann::ordered_json;

Json term_texts(const PropertySpace& space, const std::vector<Literals>& terms) {
    Json list = Json::array();
    for (const Literals term : terms) list.push_back(term_text(space, term));
    return list;
}

Json fit_json(const Cases& cases, const std::vector<Literals>& model) {
    const ModelFit fit = fit_model(cases, model);
    Json terms = Json::array();
    for (const TermFit& term : fit.terms) {
        terms.push_back({{"term", term_text(cases.space, term.term)},
                         {"inclS", number_or_null(term.fit.consistency)},
                         {"PRI", number_or_null(term.fit.pri)},
                         {"covS", number_or_null(term.fit.coverage)},
                         {"covU", number_or_null(term.unique)}});
    }
    const Json whole = {{"inclS", number_or_null(fit.model.consistency)},
                        {"PRI", number_or_null(fit.model.pri)},
                        {"covS", number_or_null(fit.model.coverage)}};
    return {{"terms", terms}, {"model", Json::array({whole})}};
}

class ResultWriter {
public:
    ResultWriter(JsonStream& out, const Cases& cases, const TruthTable& table, bool list_rows, const Work& work)
        : out_(out), cases_(cases), remainders_(cases.space, table), list_rows_(list_rows), work_(work) {
        const std::uint64_t most = list_rows ? Remainders::most_listed : Remainders::listed_unasked;
        listed_ = remainders_.listable(most);
        if (listed_) return;
        why_not_ = "the conditions have " + count_text(configuration_count(cases.space)) +
                   " configurations; rows are listed for up to " + std::to_string(most);
        if (!list_rows) why_not_ += ", with --list-rows for up to " + std::to_string(Remainders::most_listed);
    }

    void write(const MinimiseResult& result, const std::vector<GroupResult>& groups) {
        out_.open_object();
        out_.member("outcome", cases_.outcome_name);
        if (result.n_cases) out_.member("cases", *result.n_cases);
        if (!result.no_solution.empty()) out_.member("no_solution", result.no_solution);
        if (result.conservative) solution("conservative", *result.conservative, false);
        if (result.parsimonious) solution("parsimonious", *result.parsimonious, true);
        if (result.intermediate) intermediate(*result.intermediate);
        if (!result.no_parsimonious.empty()) {
            for (const char* type : {"parsimonious", "intermediate"}) out_.member(type, nullptr);
            out_.member("why_null", result.no_parsimonious);
        }
        if (!result.missing_bound.empty()) {
            out_.key("missing_bound");
            out_.written(result.missing_bound);
        }
        if (!groups.empty()) partitions(groups);
        out_.close_object();
    }

private:
    void partitions(const std::vector<GroupResult>& groups) {
        out_.key("partitions");
        out_.open_object();
        for (const GroupResult& group : groups) {
            out_.key(group.name);
            ResultWriter(out_, group.cases, group.table, list_rows_, work_).write(group.result, {});
        }
        out_.close_object();
    }

    void solution(const std::string& name, const Solution& found, bool assumes) {
        out_.key(name);
        out_.open_object();
        members(found, assumes);
        if (assumes && !listed_) out_.member("why_rows_are_null", why_not_);
        out_.close_object();
    }

    void intermediate(const PairedSolutions& found) {
        out_.key("intermediate");
        out_.open_object();
        for (const auto& [label, pair] : found.pairs) {
            out_.key(label);
            out_.open_object();
            members(pair, true);
            const Counterfactuals counts = counterfactuals(remainders_, pair, work_);
            out_.key("n_easy_counterfactuals");
            out_.written(count_text(counts.easy));
            out_.key("n_difficult_counterfactuals");
            out_.written(count_text(counts.difficult));
            CounterfactualRows rows;
            if (listed_) rows = counterfactual_rows(remainders_, pair);
            out_.member("easy_counterfactual_rows", listed_ ? Json(rows.easy) : Json(nullptr));
            out_.member("difficult_counterfactual_rows", listed_ ? Json(rows.difficult) : Json(nullptr));
            if (!listed_) out_.member("why_rows_are_null", why_not_);
            out_.close_object();
        }
        out_.close_object();
    }

    void members(const Solution& found, bool assumes) {
        out_.member("n_models", found.n_models);
        out_.key("models");
        out_.open_array();
        for (const auto& model : found.models) out_.value(term_texts(cases_.space, model));
        out_.close_array();
        out_.key("fit");
        out_.open_array();
        for (const auto& model : found.models) out_.value(fit_json(cases_, model));
        out_.close_array();
        out_.member("n_prime_implicants", found.prime_implicants.size());
        out_.key("prime_implicants");
        out_.open_array();
        for (const Literals prime : found.prime_implicants) out_.value(term_text(cases_.space, prime));
        out_.close_array();
        out_.member("essential", term_texts(cases_.space, found.essential));
        assumptions(found, assumes);
        out_.member("complete", found.complete);
    }

    /// Of every model: how many remainders it assumes, and which.
    void assumptions(const Solution& found, bool assumes) {
        const auto name = [](std::size_t m) { return "M" + std::to_string(m + 1); };
        out_.key("n_simplifying_assumptions");
        out_.open_object();
        for (std::size_t m = 0; m < found.models.size(); ++m) {
            out_.key(name(m));
            out_.written(count_text(assumes ? remainders_.count(found.models[m], work_) : 0));
        }
        out_.close_object();
        out_.key("simplifying_assumption_rows");
        if (assumes && !listed_) return out_.value(nullptr);
        out_.open_object();
        for (std::size_t m = 0; m < found.models.size(); ++m)
            out_.member(name(m), assumes ? Json(remainders_.rows(found.models[m])) : Json::array());
        out_.close_object();
    }

    JsonStream& out_;
    const Cases& cases_;
    Remainders remainders_;
    bool list_rows_;
    const Work& work_;
    bool listed_ = false;
    std::string why_not_;
};

}  // namespace

void write_json(std::ostream& out, const Cases& cases, const TruthTable& table, const MinimiseResult& result,
                bool list_rows, const std::vector<GroupResult>& groups, const Work& work) {
    const WorkStep step(work, "writing the solutions", 0);
    JsonStream stream(out, 1, work);
    ResultWriter(stream, cases, table, list_rows, work).write(result, groups);
}

std::vector<NamedSolution> named_solutions(MinimiseResult result) {
    std::vector<NamedSolution> named;
    if (result.conservative) named.push_back({"conservative", std::move(*result.conservative)});
    if (result.parsimonious) named.push_back({"parsimonious", std::move(*result.parsimonious)});
    if (!result.intermediate) return named;
    for (auto& [label, solution] : result.intermediate->pairs)
        named.push_back({"intermediate " + label, std::move(solution)});
    return named;
}

}  // namespace tarazy
