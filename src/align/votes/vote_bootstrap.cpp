#include "align/votes/vote_bootstrap.hpp"

#include "align/votes/roll_call_bits.hpp"

#include <limits>
#include <map>

namespace tarazy {
namespace {

constexpr std::uint8_t not_both = 18;  // cells 0-8 contested, 9-17 unanimous, 18 not both voted

double or_missing(std::optional<double> value) {
    return value.value_or(std::numeric_limits<double>::quiet_NaN());
}

VoteBootstrap::Resample tabulated(const std::array<std::int64_t, 19>& counts) {
    VoteBootstrap::Resample resample;
    for (std::size_t cell = 0; cell < 9; ++cell) {
        resample.table.count[cell / 3][cell % 3] = counts[cell] + counts[cell + 9];
        resample.unanimous += counts[cell + 9];
    }
    return resample;
}

}  // namespace

const std::vector<std::string>& vote_measures() {
    static const std::vector<std::string> names = {
        "s_abs",  "s_sq",  "kappa_nominal",  "kappa_sq",     "kappa_abs",   "pi_nominal",  "pi_sq",
        "pi_abs", "tau_b", "agree_lijphart", "agree_voeten", "agree_exact", "agree_noabst"};
    return names;
}

VoteMeasures measure_votes(const VoteTable& table, std::int64_t unanimous) {
    return {or_missing(s_score(table, Distance::absolute)),
            or_missing(s_score(table, Distance::squared)),
            or_missing(weighted_kappa(table, Distance::nominal)),
            or_missing(weighted_kappa(table, Distance::squared)),
            or_missing(weighted_kappa(table, Distance::absolute)),
            or_missing(weighted_pi(table, Distance::nominal)),
            or_missing(weighted_pi(table, Distance::squared)),
            or_missing(weighted_pi(table, Distance::absolute)),
            or_missing(tau_b(table)),
            or_missing(agree_lijphart(table)),
            or_missing(agree_voeten(table, unanimous)),
            or_missing(agree_exact(table)),
            or_missing(agree_noabst(table))};
}

VoteBootstrap::VoteBootstrap(const VoteData& votes, int session, std::size_t replicates, std::uint64_t seed, Work work)
    : votes_(&votes), work_(std::move(work)) {
    std::tie(begin_, end_) = votes.session_range(session);
    const RollCallBits bits(votes, begin_, end_);
    std::map<std::string, std::size_t> known;
    for (std::size_t call = begin_; call < end_; ++call) {
        unanimous_.push_back(bits.unanimous(call - begin_) ? 1 : 0);
        const std::string& name = votes.roll_calls[call].block;
        std::size_t block = blocks_.size();
        if (!name.empty()) block = known.try_emplace(name, block).first->second;
        if (block == blocks_.size()) blocks_.emplace_back();
        blocks_[block].push_back(static_cast<std::uint32_t>(call - begin_));
    }
    draws_ =
        bootstrap_draws(blocks_.size(), replicates, seed, "roll calls of session " + std::to_string(session), work_);
}

std::vector<std::uint8_t> VoteBootstrap::codes(std::size_t state_a, std::size_t state_b) const {
    std::vector<std::uint8_t> codes(end_ - begin_, not_both);
    for (std::size_t call = begin_; call < end_; ++call) {
        const int a = votes_->cell(call, state_a), b = votes_->cell(call, state_b);
        if (a == VoteData::absent || b == VoteData::absent) continue;
        codes[call - begin_] = static_cast<std::uint8_t>((a - 1) * 3 + (b - 1) + (unanimous_[call - begin_] ? 9 : 0));
    }
    return codes;
}

std::vector<VoteBootstrap::Resample> VoteBootstrap::resamples(std::size_t state_a, std::size_t state_b) const {
    const std::vector<std::uint8_t> code = codes(state_a, state_b);
    std::vector<Resample> result;
    result.reserve(draws_.size());
    for (const auto& draw : draws_) {
        if (result.size() % 1024 == 0) work_.check();
        std::array<std::int64_t, 19> counts{};
        for (const std::uint32_t block : draw) {
            for (const std::uint32_t call : blocks_[block]) ++counts[code[call]];
        }
        result.push_back(tabulated(counts));
    }
    return result;
}

std::vector<VoteMeasures> VoteBootstrap::jackknife(const std::vector<std::uint8_t>& code) const {
    std::array<std::int64_t, 19> all{};
    for (const std::uint8_t cell : code) ++all[cell];
    std::vector<VoteMeasures> values;
    for (const auto& block : blocks_) {
        std::array<std::int64_t, 19> counts = all;
        for (const std::uint32_t call : block) --counts[code[call]];
        const Resample left = tabulated(counts);
        values.push_back(measure_votes(left.table, left.unanimous));
    }
    return values;
}

std::vector<BootstrapInterval> VoteBootstrap::intervals(std::size_t state_a, std::size_t state_b,
                                                        const VoteMeasures& estimates,
                                                        const std::vector<std::size_t>& measures, double level,
                                                        IntervalKind kind) const {
    std::vector<VoteMeasures> replicates;
    for (const Resample& resample : resamples(state_a, state_b)) {
        replicates.push_back(measure_votes(resample.table, resample.unanimous));
    }
    const std::vector<VoteMeasures> left_out =
        kind == IntervalKind::bca ? jackknife(codes(state_a, state_b)) : std::vector<VoteMeasures>();
    const auto values_of = [](const std::vector<VoteMeasures>& rows, std::size_t measure) {
        std::vector<double> values;
        for (const VoteMeasures& row : rows) values.push_back(row[measure]);
        return values;
    };
    std::vector<BootstrapInterval> result;
    for (const std::size_t measure : measures) {
        result.push_back(bootstrap_interval(values_of(replicates, measure), estimates[measure],
                                            values_of(left_out, measure), level, kind)
                             .value_or(BootstrapInterval{Column::missing_real, Column::missing_real}));
    }
    return result;
}

}  // namespace tarazy
