#include "align/similarity/similarity.hpp"

#include "align/votes/joint_table.hpp"
#include "align/votes/roll_call_bits.hpp"
#include "align/votes/vote_bootstrap.hpp"
#include "base/argument_checks.hpp"
#include "base/parallel.hpp"

#include <algorithm>
#include <limits>

namespace tarazy {
namespace {

struct Dyad {
    int session = 0;
    std::size_t a = 0, b = 0;  ///< indices of the states
};

struct Measured {
    std::int64_t n = 0, n_nonunanimous = 0;
    VoteMeasures measures{};
    std::vector<BootstrapInterval> intervals;
};

bool wanted(const std::vector<int>& codes, int code) {
    return codes.empty() || std::ranges::find(codes, code) != codes.end();
}

std::vector<Dyad> dyads_of_session(const VoteData& votes, const RollCallBits& bits, int session,
                                   const SimilarityOptions& options) {
    std::vector<std::size_t> voting;
    for (std::size_t state = 0; state < votes.states.size(); ++state) {
        if (wanted(options.states, votes.states[state]) && bits.voted(state)) voting.push_back(state);
    }
    std::vector<Dyad> dyads;
    for (std::size_t i = 0; i < voting.size(); ++i) {
        for (std::size_t j = i + 1; j < voting.size(); ++j) {
            const bool chosen = options.with.empty() || wanted(options.with, votes.states[voting[i]]) ||
                                wanted(options.with, votes.states[voting[j]]);
            if (chosen) dyads.push_back({session, voting[i], voting[j]});
        }
    }
    return dyads;
}

std::vector<std::size_t> interval_columns(const SimilarityOptions& options) {
    std::vector<std::size_t> columns;
    for (const std::string& name : options.interval_measures) {
        columns.push_back(check_one_of(name, vote_measures(), "the measure"));
    }
    if (options.bootstrap == 0) columns.clear();
    return columns;
}

std::string reason(const Measured& row) {
    if (row.n == 0) return "no common votes";
    // Kappa and tau-b need variation; where one of them is missing, a portfolio is constant.
    const bool complete = std::ranges::none_of(row.measures, [](double value) { return value != value; });
    return complete ? "" : "constant";
}

Table result_table(const VoteData& votes, const std::vector<Dyad>& dyads, const std::vector<Measured>& rows,
                   const std::vector<std::size_t>& intervals) {
    const std::size_t count = rows.size();
    const auto integers = [&](auto value) {
        std::vector<std::int64_t> cells(count);
        for (std::size_t i = 0; i < count; ++i) cells[i] = value(i);
        return Column(std::move(cells));
    };
    const auto reals = [&](auto value) {
        std::vector<double> cells(count);
        for (std::size_t i = 0; i < count; ++i) cells[i] = value(i);
        return Column(std::move(cells));
    };
    Table table;
    table.add("session", integers([&](std::size_t i) { return dyads[i].session; }));
    const auto texts = [&](auto value) {
        std::vector<std::string> cells(count);
        for (std::size_t i = 0; i < count; ++i) cells[i] = value(i);
        return Column(std::span<const std::string>(cells));
    };
    const auto member = [&](std::size_t Dyad::*which) {
        return votes.assembly.names.empty()
                   ? integers([&](std::size_t i) { return votes.states[dyads[i].*which]; })
                   : texts([&](std::size_t i) { return votes.assembly.name(votes.states[dyads[i].*which]); });
    };
    table.add("ccode1", member(&Dyad::a));
    table.add("ccode2", member(&Dyad::b));
    table.add("n", integers([&](std::size_t i) { return rows[i].n; }));
    table.add("n_nonunanimous", integers([&](std::size_t i) { return rows[i].n_nonunanimous; }));
    for (std::size_t m = 0; m < vote_measures().size(); ++m) {
        table.add(vote_measures()[m], reals([&](std::size_t i) { return rows[i].measures[m]; }));
    }
    for (std::size_t k = 0; k < intervals.size(); ++k) {
        const std::string& name = vote_measures()[intervals[k]];
        table.add(name + "_lower", reals([&](std::size_t i) {
                      return rows[i].intervals.empty() ? Column::missing_real : rows[i].intervals[k].lower;
                  }));
        table.add(name + "_upper", reals([&](std::size_t i) {
                      return rows[i].intervals.empty() ? Column::missing_real : rows[i].intervals[k].upper;
                  }));
    }
    TextCells reasons{std::vector<std::int32_t>(count, -1), {"no common votes", "constant"}};
    for (std::size_t i = 0; i < count; ++i) {
        const std::string text = reason(rows[i]);
        if (!text.empty()) reasons.codes[i] = text == reasons.levels[0] ? 0 : 1;
    }
    table.add("reason", Column(std::move(reasons)));
    if (votes.assembly.parties.empty()) return table;
    const auto party = [&](std::size_t Dyad::*which) {
        return texts(
            [&](std::size_t i) { return votes.assembly.party(dyads[i].session, votes.states[dyads[i].*which]); });
    };
    table.add("party1", party(&Dyad::a));
    table.add("party2", party(&Dyad::b));
    return table;
}

/// The dyads of one session and what is measured of them.
struct MeasuredSession {
    std::vector<Dyad> dyads;
    std::vector<Measured> rows;
};

void measure_session(const VoteData& votes, int session, const std::string& of,
                     const std::vector<std::size_t>& intervals, const SimilarityOptions& options,
                     MeasuredSession& all) {
    const auto [begin, end] = votes.session_range(session);
    const RollCallBits bits(votes, begin, end);
    const std::vector<Dyad> here = dyads_of_session(votes, bits, session, options);
    const std::optional<VoteBootstrap> bootstrap =
        options.bootstrap > 0
            ? std::optional<VoteBootstrap>(std::in_place, votes, session, options.bootstrap, options.seed, options.work)
            : std::nullopt;
    const std::size_t offset = all.rows.size();
    all.rows.resize(offset + here.size());
    WorkStep step(options.work, (bootstrap ? "dyads with bootstrap" : "dyads") + of, here.size());
    parallel_chunks(
        here.size(), bootstrap ? 8 : 2048, options.threads,
        [&](std::size_t first, std::size_t last) {
            for (std::size_t i = first; i < last; ++i) {
                Measured& row = all.rows[offset + i];
                const VoteTable table = bits.joint_table(here[i].a, here[i].b);
                const std::int64_t unanimous = bits.unanimous(here[i].a, here[i].b);
                row.n = table.total();
                row.n_nonunanimous = row.n - unanimous;
                row.measures = measure_votes(table, unanimous);
                if (bootstrap) {
                    row.intervals = bootstrap->intervals(here[i].a, here[i].b, row.measures, intervals, options.level,
                                                         options.interval);
                }
            }
        },
        step);
    all.dyads.insert(all.dyads.end(), here.begin(), here.end());
}

std::string place_of_session(const std::vector<int>& sessions, std::size_t s) {
    if (sessions.size() < 2) return "";
    return " (session " + std::to_string(sessions[s]) + ", " + std::to_string(s + 1) + " of " +
           std::to_string(sessions.size()) + ")";
}

}  // namespace

Table vote_similarity(const VoteData& votes, const SimilarityOptions& options) {
    const std::vector<std::size_t> intervals = interval_columns(options);
    const std::vector<int> sessions = votes.sessions();
    MeasuredSession all;
    for (std::size_t s = 0; s < sessions.size(); ++s)
        measure_session(votes, sessions[s], place_of_session(sessions, s), intervals, options, all);
    return result_table(votes, all.dyads, all.rows, intervals);
}

void vote_similarity_by_session(const VoteData& votes, const SimilarityOptions& options,
                                const std::function<void(const Table& dyads)>& receive) {
    const std::vector<std::size_t> intervals = interval_columns(options);
    const std::vector<int> sessions = votes.sessions();
    for (std::size_t s = 0; s < sessions.size(); ++s) {
        MeasuredSession here;
        measure_session(votes, sessions[s], place_of_session(sessions, s), intervals, options, here);
        receive(result_table(votes, here.dyads, here.rows, intervals));
    }
    if (sessions.empty()) receive(result_table(votes, {}, {}, intervals));
}

}  // namespace tarazy
