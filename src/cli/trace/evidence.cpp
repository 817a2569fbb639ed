#include "trace/evidence/evidence_results.hpp"

#include "base/sha256.hpp"
#include "cli/json_rows.hpp"
#include "cli/trace/commands.hpp"
#include "io/atomic_file.hpp"
#include "trace/evidence/evidence_document.hpp"
#include "trace/evidence/evidence_tables.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <memory>

namespace tarazy {
namespace {

using Json = nlohmann::ordered_json;

struct EvidenceOptions {
    std::string model, hypotheses, clues, likelihoods, set;
    std::string show = "evidence", shape = "uniform";
    std::size_t draws = 10000;
};

Json finite_json(double value) {
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json summary_json(const DrawnSummary& summary) {
    return {{"mean", summary.mean}, {"q05", summary.q05}, {"q50", summary.q50}, {"q95", summary.q95}};
}

/// Of each hypothesis by id.
template <typename ValueOf>
Json by_hypothesis(const EvidenceResult& result, ValueOf value_of) {
    Json object = Json::object();
    for (std::size_t h = 0; h < result.rivals.hypotheses.size(); ++h)
        object[result.rivals.hypotheses[h].id] = value_of(h);
    return object;
}

/// One clue: the belief after it, and its weight between each two hypotheses.
Json clue_json(const EvidenceResult& result, std::size_t c) {
    const Clue& clue = result.rivals.clues[c];
    const WeighedClue& step = result.weighing.steps[c];
    Json one = {{"evidence", clue.id}, {"found", to_string(clue.found)}, {"counting", to_string(step.counting)}};
    if (!clue.group.empty()) one["group"] = clue.group;
    one["posterior"] = by_hypothesis(result, [&](std::size_t h) { return step.posterior[h]; });
    one["posterior_low"] = by_hypothesis(result, [&](std::size_t h) { return result.bounds[c][h].low; });
    one["posterior_high"] = by_hypothesis(result, [&](std::size_t h) { return result.bounds[c][h].high; });
    if (step.probability.empty()) return one;
    Json weights = Json::object(), ranges = Json::object();
    for (std::size_t a = 0; a < result.rivals.hypotheses.size(); ++a) {
        for (std::size_t b = a + 1; b < result.rivals.hypotheses.size(); ++b) {
            const std::string pair = result.rivals.hypotheses[a].id + ':' + result.rivals.hypotheses[b].id;
            const WeightRange weight = pair_weight(clue, a, b);
            weights[pair] = finite_json(weight.value);
            ranges[pair] = {finite_json(weight.low), finite_json(weight.high)};
        }
    }
    one["weight_db"] = std::move(weights);
    one["weight_db_range"] = std::move(ranges);
    return one;
}

Json evidence_json(const EvidenceResult& result) {
    const auto& hypotheses = result.rivals.hypotheses;
    Json evidence = Json::array();
    for (std::size_t c = 0; c < result.rivals.clues.size(); ++c) evidence.push_back(clue_json(result, c));
    const auto last = [&](std::size_t h) { return result.bounds.back()[h]; };
    Json json = {
        {"set", result.rivals.set},
        {"prior", by_hypothesis(result, [&](std::size_t h) { return result.weighing.prior[h]; })},
        {"posterior", by_hypothesis(result, [&](std::size_t h) { return result.weighing.posterior[h]; })},
        {"leader", hypotheses[result.weighing.leader].id},
        {"decibels_to_reverse", finite_json(decibels_to_reverse(result, result.weighing.leader))},
        {"evidence", std::move(evidence)},
        {"bounds", by_hypothesis(result,
                                 [&](std::size_t h) {
                                     return Json{last(h).low, last(h).high};
                                 })},
        {"draws",
         {{"n", result.draws.draws},
          {"posterior", by_hypothesis(result, [&](std::size_t h) { return summary_json(result.draws.posterior[h]); })},
          {"leads", by_hypothesis(result, [&](std::size_t h) { return result.draws.leads[h]; })}}}};
    for (const auto& [name, table] :
         {std::pair("scoreboard", scoreboard_table(result)), std::pair("ladder", ladder_table(result)),
          std::pair("tornado", tornado_table(result)), std::pair("planner", planner_table(result))})
        json[name] = Json::parse(rows_json_text(table));
    return json;
}

RivalExplanations read_evidence(Session& session, const EvidenceOptions& options) {
    const bool tables = !options.hypotheses.empty() || !options.clues.empty() || !options.likelihoods.empty();
    if (tables == !options.model.empty())
        throw UsageError("give either a model file, or --hypotheses, --clues and --likelihoods");
    if (!tables) {
        const std::string text = read_file(options.model);
        RivalExplanations rivals = read_rivals_document(text, options.model, options.set);
        session.inputs.push_back({options.model, sha256_hex(text), rivals.clues.size()});
        return rivals;
    }
    if (options.hypotheses.empty() || options.clues.empty() || options.likelihoods.empty())
        throw UsageError("the three tables belong together: give --hypotheses, --clues and --likelihoods");
    const Table hypotheses = read_input(session, options.hypotheses), clues = read_input(session, options.clues),
                likelihoods = read_input(session, options.likelihoods);
    return read_rivals(hypotheses, clues, likelihoods, options.set);
}

/// What a reader of the numbers should know and the table does not say.
void tell_doubts(Session& session, const EvidenceResult& result) {
    for (const std::string& one : result.rivals.notes) note(session, one);
    bool any = false, certain = false;
    for (std::size_t c = 0; c < result.rivals.clues.size(); ++c) {
        const WeighedClue& step = result.weighing.steps[c];
        any = any || step.counting == ClueCounting::counted;
        if (step.counting == ClueCounting::weaker)
            note(session, "clue '" + result.rivals.clues[c].id + "' does not count: another of group '" +
                              result.rivals.clues[c].group + "' is stronger");
        for (const double weight : step.weight) certain = certain || !std::isfinite(weight);
    }
    if (!any) warn(session, "no clue counts: the posterior is the prior");
    if (certain)
        warn(session,
             "a likelihood of 0 or 1 makes a clue decide for good, whatever else is found; its weight is left empty");
}

void weigh_command(Session& session, const EvidenceOptions& options) {
    const RivalExplanations rivals = read_evidence(session, options);
    RangeDrawOptions draws;
    draws.draws = options.draws;
    draws.shape = options.shape == "pert" ? RangeShape::pert : RangeShape::uniform;
    draws.seed = session.seed;
    draws.threads = session.threads;
    draws.work = session.work;
    const EvidenceResult result = weigh_evidence(rivals, draws);
    tell_doubts(session, result);
    if (session.format == "json") return print_json(session, evidence_json(result).dump());
    if (options.show == "ladder") return print_table(session, ladder_table(result));
    if (options.show == "bounds") return print_table(session, scoreboard_table(result));
    if (options.show == "tornado") return print_table(session, tornado_table(result));
    if (options.show == "planner") return print_table(session, planner_table(result));
    if (options.show == "weights") return print_table(session, weights_table(result));
    print_table(session, evidence_table(result));
}

}  // namespace

void add_trace_evidence(CLI::App& noun, Session& session) {
    auto options = std::make_shared<EvidenceOptions>();
    const std::string tables =
        "tarazy trace evidence --hypotheses examples/silver-blaze/hypotheses.csv --clues "
        "examples/silver-blaze/clues.csv --likelihoods examples/silver-blaze/likelihoods.csv";
    CLI::App& app = add_command(
        noun, "evidence",
        "Which of several rival explanations does the evidence favour, how strongly, and how far does that hang on "
        "what "
        "was\n"
        "judged? Bayesian process tracing: posteriors and weights in decibels after each clue, exact bounds over all "
        "ranges,\n"
        "random draws within them, a tornado of single numbers, and which clue to look for next.",
        {{"tarazy trace evidence examples/silver-blaze/silver_blaze.toml", "a row for each clue and explanation"},
         {"tarazy trace evidence examples/silver-blaze/silver_blaze.toml --show ladder",
          "decibels between the two leading ones"},
         {tables + " --show bounds", "the same in three tables; how sure the result is"}},
        session, [&session, options] { weigh_command(session, *options); });
    app.add_option("model", options->model, "TOML or JSON: hypotheses with priors, clues with likelihoods");
    app.add_option("--hypotheses", options->hypotheses, "table [set,]id,prior[,prior_low,prior_high,name,says,..]");
    app.add_option("--clues", options->clues, "table [set,]id,found[,group,event,source,confidence,clue]");
    app.add_option("--likelihoods", options->likelihoods,
                   "table [set,]clue,hypothesis,likelihood[,low,high,judged_by,why,other]");
    app.add_option("--set", options->set, "which rivals, where the files hold several sets");
    app.add_option("--show", options->show,
                   "evidence (clue by clue), ladder (between the two leading), bounds (a row an explanation), tornado, "
                   "planner (what to look for next) or weights (each two explanations)")
        ->check(CLI::IsMember({"evidence", "ladder", "bounds", "tornado", "planner", "weights"}))
        ->capture_default_str();
    app.add_option("--draws", options->draws, "random draws within the ranges")
        ->check(CLI::Range(std::size_t{100}, std::size_t{10000000}))
        ->capture_default_str();
    app.add_option("--shape", options->shape, "of the draws: uniform, or pert around the elicited value")
        ->check(CLI::IsMember({"uniform", "pert"}))
        ->capture_default_str();
}

}  // namespace tarazy
