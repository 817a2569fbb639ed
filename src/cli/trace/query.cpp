#include "base/sha256.hpp"
#include "cli/trace/commands.hpp"
#include "io/atomic_file.hpp"
#include "table/table_rows.hpp"
#include "trace/causal_types/causal_document.hpp"

#include <memory>

namespace tarazy {
namespace {

struct QueryOptions {
    std::string model, data, given, show = "queries";
    std::vector<std::string> queries;
    std::size_t max_types = most_causal_types;
    CausalPosteriorOptions posterior;
};

/// Types of every set with what is known of their shares.
Table types_table(const CausalStudy& study) {
    TableRows rows(TextColumn{"type"}, TextColumn{"nodes"}, RealColumn{"share"}, RealColumn{"prior_weight"});
    for (std::size_t set = 0; set < study.model.sets.size(); ++set) {
        std::string nodes;
        for (const std::size_t node : study.model.sets[set].nodes)
            nodes += (nodes.empty() ? "" : ",") + study.model.nodes[node].name;
        for (std::size_t type = 0; type < study.model.sets[set].types; ++type)
            rows.add(study.model.type_name(set, type), nodes, study.parameters[set][type], study.prior[set][type]);
    }
    return rows.table();
}

class AnswerRows {
public:
    void add(const CompiledQuery& query, const std::string& basis, const CausalAnswer& answer) {
        rows_.add(query.query().text, query.query().given_text, answer.value, answer.sd, answer.q05, answer.q95,
                  answer.mcse, answer.next_case, answer.next_case_mcse, answer.given, basis, answer.rhat, answer.ess);
    }
    Table table() { return rows_.table(); }

private:
    TableRows<TextColumn, TextColumn, RealColumn, RealColumn, RealColumn, RealColumn, RealColumn, RealColumn,
              RealColumn, RealColumn, TextColumn, RealColumn, RealColumn>
        rows_{{"query"},     {"given"},          {"value"},   {"sd"},    {"q05"},  {"q95"}, {"mcse"},
              {"next_case"}, {"next_case_mcse"}, {"p_given"}, {"basis"}, {"rhat"}, {"ess"}};
};

CausalStudy read_causal_study(Session& session, const QueryOptions& options) {
    const std::string text = read_file(options.model);
    CausalStudy study = read_causal_document(text, options.model, options.max_types);
    session.inputs.push_back({options.model, sha256_hex(text), study.data.patterns.size()});
    if (!options.data.empty()) {
        const Table table = read_input(session, options.data);
        const CausalData cases = read_causal_cases(study.model, table, study.notes);
        study.data.patterns.insert(study.data.patterns.end(), cases.patterns.begin(), cases.patterns.end());
    }
    if (!options.queries.empty()) {
        study.queries.clear();
        for (const std::string& query : options.queries) study.queries.push_back({query, options.given, {}});
    }
    return study;
}

void answer_queries(Session& session, const QueryOptions& options) {
    const CausalStudy study = read_causal_study(session, options);
    for (const std::string& one : study.notes) note(session, one);
    if (options.show == "types") return print_table(session, types_table(study));
    if (study.queries.empty())
        throw UsageError("nothing is asked; give --query 'Y[X=1] > Y[X=0]', or queries in the model file");
    std::vector<CompiledQuery> queries;
    for (const StatedQuery& one : study.queries)
        queries.emplace_back(study.model, parse_causal_query(one.query, one.given, study.model.names(), one.place),
                             one.place);
    const std::size_t cases = study.data.cases();
    AnswerRows rows;
    std::vector<std::string> impossible;
    const auto add = [&](const CompiledQuery& query, const std::string& basis, const CausalAnswer& answer) {
        rows.add(query, basis, answer);
        if (!answer.next_case) impossible.push_back(query.query().given_text);
        if (answer.next_case && !answer.value)
            warn(session,
                 "of '" + query.query().text + "', what is given was impossible in some draws: no mean over them");
        if (answer.rhat && *answer.rhat > 1.01)
            warn(session, "the draws of '" + query.query().text +
                              "' have not come to agree (rhat above 1.01); raise "
                              "--draws");
    };
    if (cases == 0 && study.parameters_given) {
        for (const CompiledQuery& query : queries) {
            const QueryValue value = query.evaluate(study.model, study.parameters);
            CausalAnswer answer;
            answer.value = answer.next_case = value.value();
            answer.given = value.given;
            add(query, "parameters", answer);
        }
    } else {
        if (study.parameters_given) note(session, "cases were given: the parameters are not used, the prior is");
        CausalPosteriorOptions posterior = options.posterior;
        posterior.seed = session.seed;
        posterior.threads = session.threads;
        posterior.work = session.work;
        const CausalAnswers answers =
            posterior_answers(study.model, study.prior, study.data, queries, posterior, study.place);
        if (!answers.exact && cases <= posterior.exact_cases)
            note(session, "the cases can fall on the types in too many ways to list: Gibbs sampling was used");
        const std::string basis = cases == 0 ? "prior" : answers.exact ? "exact mixture" : "Gibbs sampling";
        for (std::size_t q = 0; q < queries.size(); ++q) add(queries[q], basis, answers.answers[q]);
    }
    for (const std::string& given : impossible) warn(session, "what is given is impossible: " + given);
    print_table(session, rows.table());
}

}  // namespace

void add_trace_query(CLI::App& noun, Session& session) {
    auto options = std::make_shared<QueryOptions>();
    CLI::App& app = add_command(
        noun, "query",
        "How probable is it that X made Y, in this case or in general? Causal models on binary nodes by nodal types: "
        "queries of\n"
        "effects, of causes of effects and of paths, from given shares of types or from a prior and cases.",
        {{"tarazy trace query examples/mediation/mediation.toml", "the queries of a model with given shares"},
         {"tarazy trace query examples/mediation/mediation.toml --data examples/mediation/cases.csv", "after cases"},
         {"tarazy trace query examples/mediation/mediation.toml --query 'Y[X=1] > Y[X=0]' --given 'X==1 & Y==1'",
          "did X make Y where both happened?"}},
        session, [&session, options] { answer_queries(session, *options); });
    app.add_option("model", options->model, "TOML or JSON: arrows, shares of types or a prior, cases, queries")
        ->required();
    app.add_option("--query", options->queries, "instead of the queries of the file; may be repeated");
    app.add_option("--given", options->given, "what is known of the case, for --query");
    app.add_option("--data", options->data, "further cases: a column of 0 and 1 a node [,cases]; empty: not observed");
    app.add_option("--show", options->show, "queries, or types (of every node, with shares and prior weights)")
        ->check(CLI::IsMember({"queries", "types"}))
        ->capture_default_str();
    app.add_option("--max-types", options->max_types, "most types of a node, or of nodes that are confounded")
        ->check(CLI::Range(std::size_t{2}, std::size_t{1} << 26))
        ->capture_default_str();
    app.add_option("--draws", options->posterior.draws, "draws from the posterior, in four chains together")
        ->check(CLI::Range(std::size_t{40}, std::size_t{10000000}))
        ->capture_default_str();
    app.add_option("--exact-cases", options->posterior.exact_cases,
                   "most cases for which the exact mixture is tried before Gibbs sampling")
        ->check(CLI::Range(std::size_t{0}, std::size_t{200}))
        ->capture_default_str();
}

}  // namespace tarazy
