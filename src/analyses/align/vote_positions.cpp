#include "analyses/align/vote_positions.hpp"

#include "align/votes/roll_call_choice.hpp"
#include "align/votes/sitting.hpp"
#include "analyses/align/assembly_sessions.hpp"
#include "base/error.hpp"
#include "base/number_text.hpp"
#include "study/claim_cells.hpp"

namespace tarazy {
namespace {

const Table* table_of(const RoleTables& data, const char* role) {
    const auto found = data.find(role);
    return found == data.end() ? nullptr : found->second;
}

bool is_set(const AnalysisPlan& plan, const char* name) {
    return plan.parameters.get<std::string>(name) == "yes";
}

/// The number that a state has among the votes, the latest first: DEU changed its number in 1990.
int anchor(const std::string& iso3, const VoteData& votes, const Span& sessions) {
    for (const int number : numbers_of_state(iso3, year_of_session(sessions.last)))
        if (votes.state_index(number)) return number;
    throw InputError(Problem{"", 0, 0, "the anchor '" + iso3 + "' has no vote in the sessions " + to_string(sessions),
                             "set the parameter 'anchors' to two states that voted, the upper end first"});
}

std::pair<std::string, std::string> anchors_of(const AnalysisPlan& plan) {
    const std::string& text = plan.parameters.get<std::string>("anchors");
    const std::size_t comma = text.find(',');
    if (comma == std::string::npos)
        throw InputError(Problem{"", 0, 0, "the parameter 'anchors' of '" + plan.id + "' is '" + text + "'",
                                 "name two states, the upper end first: \"USA,RUS\""});
    return {text.substr(0, comma), text.substr(comma + 1)};
}

IdealPointResult estimated_positions(const AnalysisPlan& plan, const RoleTables& data) {
    const Parameters& p = plan.parameters;
    const Span sessions = sessions_of(plan);
    const VoteData votes = votes_of(plan, data, sessions);
    IdealPointOptions options;
    options.method = p.get<std::string>("method") == "mcmc" ? IdealPointMethod::mcmc : IdealPointMethod::map;
    if (p.has("omega2")) options.priors.omega2 = p.get<double>("omega2");
    options.estimate_omega2 = options.sample_omega2 = !p.has("omega2");
    options.draws = static_cast<std::size_t>(p.get<std::int64_t>("draws"));
    options.chains = static_cast<std::size_t>(p.get<std::int64_t>("chains"));
    options.warmup = static_cast<std::size_t>(p.get<std::int64_t>("warmup"));
    options.seed = plan.frame.seed;
    options.threads = plan.frame.threads;
    options.work = plan.frame.work;
    const auto [upper, lower] = anchors_of(plan);
    options.positive_anchor = anchor(upper, votes, sessions);
    options.negative_anchor = anchor(lower, votes, sessions);
    return ideal_points(position_panel(plan, data, votes), options);
}

/// All that decides them: the options of the model, the seed, and what is read.
std::string name_of_positions(const AnalysisPlan& plan) {
    std::string name = position_command(plan);
    for (const AnalysisInput& input : plan.inputs) {
        if (input.role == "votes" || input.role == "roll_calls" || input.role == "bridges") name += '\n' + input.digest;
    }
    return name;
}

}  // namespace

std::vector<ParameterRule> position_rules() {
    const std::vector<std::string> yes_no = {"no", "yes"};
    ParameterRule omega2{"omega2", ParameterKind::real, std::nullopt, 1e-6, 100, {}, ""};
    omega2.meaning = "variance of a state's step from session to session; estimated by default";
    return {
        session_rule(),
        {"bridge_titles",
         ParameterKind::integer,
         std::nullopt,
         1,
         999,
         {},
         "from this session on roll calls with the same title as one of the session before are one item"},
        {"final_passage", ParameterKind::text, "no", 0, 0, yes_no, "leave out votes on paragraphs and amendments"},
        {"issue",
         ParameterKind::text,
         "",
         0,
         0,
         {},
         "only roll calls with 1 in this column, such as \"nu\"; by default all"},
        {"method", ParameterKind::text, "map", 0, 0, {"map", "mcmc"}, "the mode, or draws from the posterior"},
        omega2,
        {"anchors", ParameterKind::text, "USA,RUS", 0, 0, {}, "two states that tell up from down, the upper first"},
        {"draws", ParameterKind::integer, "1000", 4, 100000, {}, "joint draws; of mcmc a chain"},
        {"chains", ParameterKind::integer, "4", 1, 64, {}, "chains of mcmc"},
        {"warmup", ParameterKind::integer, "250", 10, 100000, {}, "draws of mcmc that tune a chain and are dropped"},
    };
}

VotePanel position_panel(const AnalysisPlan& plan, const RoleTables& data, const VoteData& votes) {
    const std::vector<Table> roll_calls = assembly_tables(data).roll_calls;
    const RollCallChoice choice{plan.parameters.get<std::string>("issue"), is_set(plan, "final_passage")};
    PanelOptions options;
    if (!choice.issue.empty() || choice.final_passage) options.left_out = roll_calls_left_out(roll_calls, choice);
    if (const Table* bridges = table_of(data, "bridges")) options.same_text = roll_call_pairs(*bridges);
    if (plan.parameters.has("bridge_titles")) {
        const auto from = static_cast<int>(plan.parameters.get<std::int64_t>("bridge_titles"));
        const RollCallPairs titles = repeated_titles(roll_calls, from);
        options.same_text.insert(options.same_text.end(), titles.begin(), titles.end());
    }
    return vote_panel(votes, options);
}

std::shared_ptr<const IdealPointResult> positions_of(const AnalysisPlan& plan, const RoleTables& data) {
    const auto compute = [&] { return estimated_positions(plan, data); };
    if (!plan.frame.once) return std::make_shared<const IdealPointResult>(compute());
    return plan.frame.once->get<IdealPointResult>(name_of_positions(plan), compute);
}

std::shared_ptr<const DomainSeries> position_domain_of(const AnalysisPlan& plan, const RoleTables& data, double width) {
    const PositionOptions options{
        "positions",    states_of_interest(plan.frame), pole_members(plan.frame), width, plan.frame.threads,
        plan.frame.work};
    const auto compute = [&] { return position_domain(positions_of(plan, data)->draws, options); };
    if (!plan.frame.once) return std::make_shared<const DomainSeries>(compute());
    std::string name = name_of_positions(plan) + "\ncloseness, width " + number_text(width);
    for (const std::string& state : options.states) name += ' ' + state;
    for (const PoleMembers& pole : options.poles) {
        name += '\n' + pole.id;
        for (const std::string& member : pole.members) name += ' ' + member;
    }
    return plan.frame.once->get<DomainSeries>(name, compute);
}

std::string position_command(const AnalysisPlan& plan) {
    const Parameters& p = plan.parameters;
    std::string text = "tarazy align ideal-points" + file_option(plan, "--votes", "votes") +
                       file_option(plan, "--roll-calls", "roll_calls") + file_option(plan, "--bridges", "bridges") +
                       " --sessions " + to_string(sessions_of(plan));
    if (p.has("bridge_titles")) text += " --bridge-titles " + std::to_string(p.get<std::int64_t>("bridge_titles"));
    if (is_set(plan, "final_passage")) text += " --final-passage";
    if (!p.get<std::string>("issue").empty()) text += " --issue " + p.get<std::string>("issue");
    if (p.has("omega2")) text += " --omega2 " + number_text(p.get<double>("omega2"));
    if (p.get<std::string>("anchors") != "USA,RUS") text += " --anchors " + p.get<std::string>("anchors");
    text += " --draws " + std::to_string(p.get<std::int64_t>("draws"));
    if (p.get<std::string>("method") == "mcmc")
        text += " --method mcmc --chains " + std::to_string(p.get<std::int64_t>("chains")) + " --warmup " +
                std::to_string(p.get<std::int64_t>("warmup"));
    return text + " --seed " + std::to_string(plan.frame.seed);
}

std::vector<PoleMembers> pole_members(const StudyFrame& frame) {
    std::vector<PoleMembers> poles;
    for (const Pole& pole : frame.poles) poles.push_back({pole.id, pole.members});
    return poles;
}

std::vector<std::string> states_of_interest(const StudyFrame& frame) {
    std::vector<std::string> states = {frame.focus};
    states.insert(states.end(), frame.comparison.begin(), frame.comparison.end());
    return states;
}

std::vector<YearWindow> windows_of(const AnalysisPlan& plan) {
    std::vector<YearWindow> windows;
    for (const Span& window : plan.parameters.get<std::vector<Span>>("windows"))
        windows.push_back({window.first, window.last});
    return windows;
}

ParameterRule window_rule() {
    return {"windows",
            ParameterKind::spans,
            "",
            1816,
            2100,
            {},
            "spans of years of the summary; by default one over all years"};
}

}  // namespace tarazy
