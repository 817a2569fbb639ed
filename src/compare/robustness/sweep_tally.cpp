#include "compare/robustness/sweep_tally.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <tuple>

namespace tarazy {
std::span<const std::uint32_t> SweepTally::terms_of(std::uint32_t model) const {
    const std::size_t begin = model == 0 ? 0 : model_ends_[model - 1];
    return std::span(model_terms_).subspan(begin, model_ends_[model] - begin);
}

std::size_t SweepTally::slot_of(std::span<const std::uint32_t> model) const {
    std::uint64_t hash = 0x9E3779B97F4A7C15U;
    for (const std::uint32_t term : model) {
        hash = (hash ^ term) * 0xD6E8FEB86659FD93U;
        hash ^= hash >> 29;
    }
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = static_cast<std::size_t>(hash) & mask;
    while (slots_[slot] != uncounted && !std::ranges::equal(terms_of(slots_[slot]), model)) slot = (slot + 1) & mask;
    return slot;
}

void SweepTally::double_slots() {
    const std::size_t size = slots_.size() * 2;
    slots_.assign(size, uncounted);
    for (std::uint32_t model = 0; model < model_points_.size(); ++model) slots_[slot_of(terms_of(model))] = model;
}

std::uint32_t SweepTally::number_of(Literals term) {
    const auto at = known_terms_.find(term);
    if (at != known_terms_.end()) return at->second;
    if (terms_.size() >= told_apart_) {
        all_counted_ = false;
        return uncounted;
    }
    const auto number = static_cast<std::uint32_t>(terms_.size());
    terms_.push_back({term});
    known_terms_.emplace(term, number);
    return number;
}

std::uint32_t SweepTally::number_of(std::span<const std::uint32_t> model) {
    const std::size_t slot = slot_of(model);
    if (slots_[slot] != uncounted) return slots_[slot];
    if (model_points_.size() >= told_apart_) {
        all_counted_ = false;
        return uncounted;
    }
    const auto number = static_cast<std::uint32_t>(model_points_.size());
    slots_[slot] = number;
    model_terms_.insert(model_terms_.end(), model.begin(), model.end());
    model_ends_.push_back(static_cast<std::uint32_t>(model_terms_.size()));
    model_points_.push_back(0);
    if (2 * model_points_.size() > slots_.size()) double_slots();
    return number;
}

SweepTally::Entry SweepTally::enter(const AllModels& all) {
    Entry entry;
    std::vector<std::uint32_t> met, model;
    for (const auto& terms : all.models) {
        model.clear();
        for (const Literals term : terms) model.push_back(number_of(term));
        met.insert(met.end(), model.begin(), model.end());
        if (std::ranges::find(model, uncounted) != model.end()) continue;
        std::ranges::sort(model);
        const std::uint32_t number = number_of(model);
        if (number != uncounted) entry.models.push_back(number);
    }
    std::ranges::sort(met);
    for (std::size_t begin = 0; begin < met.size() && met[begin] != uncounted;) {
        std::size_t end = begin;
        while (end < met.size() && met[end] == met[begin]) ++end;
        entry.some.push_back(met[begin]);
        if (end - begin == all.models.size()) entry.every.push_back(met[begin]);
        begin = end;
    }
    for (const Literals prime : all.prime_implicants) {
        const std::uint32_t number = number_of(prime);
        if (number != uncounted) entry.primes.push_back(number);
    }
    return entry;
}

void SweepTally::add(const Entry& entry, std::uint64_t points) {
    for (const std::uint32_t model : entry.models) model_points_[model] += points;
    for (const std::uint32_t term : entry.primes) terms_[term].prime += points;
    for (const std::uint32_t term : entry.some) terms_[term].some += points;
    for (const std::uint32_t term : entry.every) terms_[term].every += points;
}

void SweepTally::report(std::size_t listed, SweptSolution& solution) const {
    const auto model = [&](std::uint32_t number) {
        std::vector<Literals> terms;
        for (const std::uint32_t term : terms_of(number)) {
            terms.push_back(terms_[term].term);
        }
        std::ranges::sort(terms);
        return terms;
    };
    std::vector<std::uint32_t> order(model_points_.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        if (model_points_[a] != model_points_[b]) return model_points_[a] > model_points_[b];
        return model(a) < model(b);
    };
    const std::size_t count = std::min(listed, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), order.end(), before);
    order.resize(count);
    for (const std::uint32_t number : order) solution.models.push_back({model(number), model_points_[number]});
    solution.distinct_models = model_points_.size();
    solution.terms = terms_;
    std::ranges::sort(solution.terms, [](const SweptTerm& a, const SweptTerm& b) {
        return std::tuple(b.some, b.prime, a.term) < std::tuple(a.some, a.prime, b.term);
    });
    solution.all_counted = all_counted_;
}

}  // namespace tarazy
