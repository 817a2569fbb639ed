#include "simulate/bargain/bargain_tables.hpp"

#include "table/table_rows.hpp"

#include <algorithm>

namespace tarazy {
namespace {

constexpr std::size_t least_spatial_actors = 3;

WeightedMiddle middle_of(const BargainActors& actors, const std::vector<double>& position, std::size_t issue) {
    return weighted_middle(actors, position, issue)
        .value_or(WeightedMiddle{Column::missing_real, Column::missing_real});
}

/// The least and the largest of a number over the last turns.
template <typename Number>
std::pair<double, double> ends_of(const BargainCourse& course, std::size_t issue, Number number) {
    const std::size_t turns = course.middles.size();
    double least = number(course.middles.back()[issue]), most = least;
    for (std::size_t turn = turns - course.last_turns(); turn < turns; ++turn) {
        least = std::min(least, number(course.middles[turn][issue]));
        most = std::max(most, number(course.middles[turn][issue]));
    }
    return {least, most};
}

}  // namespace

Table smp_position_table(const BargainActors& actors, const SmpRun& run) {
    TableRows rows(IntegerColumn{"turn"}, TextColumn{"actor"}, IntegerColumn{"dim"}, RealColumn{"position"},
                   RealColumn{"prob"}, TextColumn{"issue"});
    for (std::size_t turn = 0; turn < run.turns.size(); ++turn)
        for (std::size_t i = 0; i < actors.count(); ++i)
            for (std::size_t d = 0; d < actors.issues.size(); ++d)
                rows.add(turn, actors.names[i], d, run.turns[turn].position[actors.place(i, d)],
                         run.turns[turn].probability[i], actors.issues[d]);
    return rows.table();
}

Table smp_election_table(const BargainActors& actors, const SmpRun& run) {
    TableRows rows(IntegerColumn{"turn"}, TextColumn{"actor"}, RealColumn{"prob"}, RealColumn{"risk"});
    for (std::size_t turn = 0; turn < run.turns.size(); ++turn)
        for (std::size_t i = 0; i < actors.count(); ++i)
            rows.add(turn, actors.names[i], run.turns[turn].probability[i], run.turns[turn].risk[i]);
    return rows.table();
}

Table smp_challenge_table(const BargainActors& actors, const SmpRun& run) {
    TableRows rows(IntegerColumn{"turn"}, TextColumn{"initiator"}, TextColumn{"receiver"}, RealColumn{"gain"},
                   RealColumn{"chance"}, IntegerColumn{"made"});
    for (std::size_t turn = 0; turn < run.turns.size(); ++turn) {
        const SmpTurnRecord& record = run.turns[turn];
        for (std::size_t i = 0; i < actors.count() && !record.challenges.empty(); ++i) {
            for (std::size_t j = 0; j < actors.count(); ++j) {
                if (j == i) continue;
                const ChallengeView& view = record.challenges[i * actors.count() + j];
                const bool made = std::ranges::any_of(record.bargains, [&](const SmpBargainRecord& one) {
                    return one.bargain.initiator == i && one.bargain.receiver == j;
                });
                rows.add(turn, actors.names[i], actors.names[j], view.gain, view.chance, made);
            }
        }
    }
    return rows.table();
}

Table smp_bargain_table(const BargainActors& actors, const SmpRun& run) {
    TableRows rows(IntegerColumn{"turn"}, TextColumn{"initiator"}, TextColumn{"receiver"}, RealColumn{"gain"},
                   RealColumn{"chance"}, TextColumn{"issue"}, RealColumn{"initiator_from"}, RealColumn{"initiator_to"},
                   RealColumn{"receiver_from"}, RealColumn{"receiver_to"}, RealColumn{"initiator_probability"},
                   RealColumn{"receiver_probability"}, IntegerColumn{"initiator_takes"},
                   IntegerColumn{"receiver_takes"});
    for (std::size_t turn = 0; turn < run.turns.size(); ++turn) {
        for (const SmpBargainRecord& one : run.turns[turn].bargains) {
            const std::size_t i = one.bargain.initiator, j = one.bargain.receiver;
            for (std::size_t d = 0; d < actors.issues.size(); ++d)
                rows.add(turn, actors.names[i], actors.names[j], one.bargain.gain, one.bargain.chance, actors.issues[d],
                         run.turns[turn].position[actors.place(i, d)], one.initiator_terms[d],
                         run.turns[turn].position[actors.place(j, d)], one.receiver_terms[d], one.initiator_probability,
                         one.receiver_probability, one.initiator_takes, one.receiver_takes);
        }
    }
    return rows.table();
}

Table bdm_position_table(const BargainActors& actors, const BdmRun& run) {
    TableRows rows(IntegerColumn{"turn"}, TextColumn{"actor"}, IntegerColumn{"dim"}, RealColumn{"position"},
                   RealColumn{"risk_exponent"}, TextColumn{"issue"});
    for (std::size_t turn = 0; turn < run.rounds.size(); ++turn) {
        const BdmRound& round = run.rounds[turn];
        for (std::size_t i = 0; i < actors.count(); ++i)
            rows.add(turn, actors.names[i], 0, round.position[i],
                     turn == 0 ? std::nullopt : std::optional(round.risk_exponent[i]), actors.issues[0]);
    }
    return rows.table();
}

Table bdm_contest_table(const BargainActors& actors, const BdmRun& run) {
    TableRows rows(IntegerColumn{"turn"}, TextColumn{"actor"}, TextColumn{"other"}, RealColumn{"probability"},
                   RealColumn{"eu_own"}, RealColumn{"eu_perceived"});
    for (std::size_t turn = 1; turn < run.rounds.size(); ++turn) {
        const BdmRound& round = run.rounds[turn];
        for (std::size_t i = 0; i < actors.count(); ++i) {
            for (std::size_t j = 0; j < actors.count(); ++j) {
                const std::size_t place = i * actors.count() + j;
                if (j != i)
                    rows.add(turn, actors.names[i], actors.names[j], round.probability[place], round.eu_own[place],
                             round.eu_perceived[place]);
            }
        }
    }
    return rows.table();
}

Table bdm_offer_table(const BargainActors& actors, const BdmRun& run) {
    TableRows rows(IntegerColumn{"turn"}, TextColumn{"actor"}, TextColumn{"to"}, TextColumn{"kind"}, RealColumn{"eu"},
                   RealColumn{"other_eu"}, RealColumn{"from"}, RealColumn{"position"});
    for (std::size_t turn = 1; turn < run.rounds.size(); ++turn) {
        for (std::size_t i = 0; i < actors.count(); ++i) {
            const std::optional<BdmOffer>& offer = run.rounds[turn].offers[i];
            if (offer)
                rows.add(turn, actors.names[i], actors.names[offer->to], to_string(offer->kind), offer->eu,
                         offer->other_eu, run.rounds[turn - 1].position[i], offer->position);
        }
    }
    return rows.table();
}

std::size_t BargainCourse::last_turns() const noexcept {
    const std::size_t told = end == BargainEnd::cycle       ? cycle_length
                             : end == BargainEnd::max_turns ? std::size_t{10}
                                                            : std::size_t{1};
    return std::min(told, middles.size());
}

BargainCourse smp_course(const BargainActors& actors, const SmpRun& run) {
    BargainCourse course{"smp", actors.issues, {}, run.end, run.cycle_length};
    for (const SmpTurnRecord& turn : run.turns) {
        course.positions.push_back(turn.position);
        course.middles.emplace_back();
        for (std::size_t d = 0; d < actors.issues.size(); ++d)
            course.middles.back().push_back(middle_of(actors, turn.position, d));
    }
    return course;
}

BargainCourse bdm_course(const BargainActors& actors, const BdmRun& run) {
    BargainCourse course{"bdm", actors.issues, {}, run.end, run.cycle_length};
    for (const BdmRound& round : run.rounds) {
        course.positions.push_back(round.position);
        course.middles.push_back({middle_of(actors, round.position, 0)});
    }
    return course;
}

Table forecast_table(const BargainCourse& course) {
    TableRows rows(IntegerColumn{"turn"}, TextColumn{"issue"}, RealColumn{"mean"}, RealColumn{"median"});
    for (std::size_t turn = 0; turn < course.middles.size(); ++turn)
        for (std::size_t d = 0; d < course.issues.size(); ++d)
            rows.add(turn, course.issues[d], course.middles[turn][d].mean, course.middles[turn][d].median);
    return rows.table();
}

Table course_position_table(const BargainActors& actors, const BargainCourse& course) {
    TableRows rows(IntegerColumn{"turn"}, TextColumn{"issue"}, TextColumn{"actor"}, RealColumn{"position"});
    for (std::size_t turn = 0; turn < course.positions.size(); ++turn)
        for (std::size_t d = 0; d < course.issues.size(); ++d)
            for (std::size_t i = 0; i < actors.count(); ++i)
                rows.add(turn, course.issues[d], actors.names[i], course.positions[turn][i * course.issues.size() + d]);
    return rows.table();
}

Table course_table(const std::vector<BargainCourse>& courses) {
    TableRows rows(TextColumn{"model"}, TextColumn{"issue"}, TextColumn{"end"}, IntegerColumn{"turns"},
                   IntegerColumn{"cycle_length"}, RealColumn{"mean_first"}, RealColumn{"mean"},
                   RealColumn{"mean_least"}, RealColumn{"mean_most"}, RealColumn{"median_first"}, RealColumn{"median"},
                   RealColumn{"median_least"}, RealColumn{"median_most"});
    for (const BargainCourse& course : courses) {
        for (std::size_t d = 0; d < course.issues.size(); ++d) {
            const WeightedMiddle &first = course.middles.front()[d], &last = course.middles.back()[d];
            const auto means = ends_of(course, d, [](const WeightedMiddle& one) { return one.mean; });
            const auto medians = ends_of(course, d, [](const WeightedMiddle& one) { return one.median; });
            rows.add(course.model, course.issues[d], to_string(course.end), course.middles.size() - 1,
                     course.end == BargainEnd::cycle ? std::optional(course.cycle_length) : std::nullopt, first.mean,
                     last.mean, means.first, means.second, first.median, last.median, medians.first, medians.second);
        }
    }
    return rows.table();
}

std::vector<BargainCourse> courses_by_model(const BargainActors& actors, const SmpOptions& smp, const BdmOptions& bdm,
                                            const RunDraws& draws, const Work& work) {
    std::vector<BargainCourse> courses;
    if (actors.count() >= least_spatial_actors)
        courses.push_back(smp_course(actors, run_smp(actors, smp, draws, work)));
    for (std::size_t d = 0; d < actors.issues.size(); ++d) {
        const BargainActors one = with_issue(actors, d);
        for (const BdmVariant variant : {BdmVariant::paper, BdmVariant::scholz_code}) {
            BdmOptions options = bdm;
            options.variant = variant;
            courses.push_back(bdm_course(one, run_bdm(one, options, work)));
            courses.back().model = "bdm " + std::string(to_string(variant));
        }
    }
    return courses;
}

}  // namespace tarazy
