#include "network/functions/knockout_tables.hpp"

#include "table/table_parts.hpp"
#include "table/table_rows.hpp"

#include <functional>

namespace tarazy {
namespace {

std::vector<std::string> removed_names(const CarriedFunctions& carried, const RemovalEffect& effect) {
    std::vector<std::string> names;
    for (const std::uint32_t e : effect.removed) names.push_back(carried.institutions[e]);
    return names;
}

/// Functions that are lost for sure, or may be, of one state or with the state's name before each.
std::vector<std::string> lost_names(const CarriedFunctions& carried, const RemovalEffect& effect, bool certain,
                                    std::optional<std::uint32_t> state) {
    std::vector<std::string> names;
    for (const LostFunction& lost : effect.functions) {
        if (lost.certain != certain || (state && lost.state != *state)) continue;
        const std::string& function = carried.functions[lost.function];
        names.push_back(state ? function : carried.states[lost.state] + ": " + function);
    }
    return names;
}

std::int64_t lost_together(const RemovalEffect& effect, std::uint32_t state) {
    std::int64_t count = 0;
    for (const LostFunction& lost : effect.functions) count += lost.state == state && lost.together ? 1 : 0;
    return count;
}

/// Columns of numbers that a balance has, each with its change against the network as it is.
class BalanceColumns {
public:
    BalanceColumns(const KnockoutQuestion& question, std::span<const RemovalEffect> effects)
        : question_(question), effects_(effects) {}

    void add_to(Table& table) const {
        const Blocs& blocs = *question_.blocs;
        for (std::size_t pole = 0; pole < blocs.names.size(); ++pole)
            add(table, "share_" + blocs.names[pole],
                of_balance([pole](const PoleBalance& balance) { return std::optional(balance.shares[pole]); }));
        add(table, "entropy", of_balance([](const PoleBalance& balance) { return balance.entropy; }));
        const auto pairs = blocs.pairs();
        for (std::size_t pair = 0; pair < pairs.size(); ++pair)
            add(table, "difference_" + blocs.names[pairs[pair].first] + "_" + blocs.names[pairs[pair].second],
                of_balance([pair](const PoleBalance& balance) { return balance.differences[pair]; }));
        add(table, "bridges", [](const StateLoss& loss) { return std::optional(loss.bridges); });
    }

private:
    using NumberOf = std::function<std::optional<double>(const StateLoss&)>;

    static NumberOf of_balance(std::function<std::optional<double>(const PoleBalance&)> number) {
        return [number = std::move(number)](const StateLoss& loss) {
            return loss.balance ? number(*loss.balance) : std::nullopt;
        };
    }

    void add(Table& table, const std::string& name, const NumberOf& number) const {
        std::vector<double> values, changes;
        for (const RemovalEffect& effect : effects_) {
            for (std::size_t at = 0; at < question_.states.size(); ++at) {
                const auto before = number(effects_.front().states[at]), after = number(effect.states[at]);
                values.push_back(real_or_missing(after));
                changes.push_back(before && after ? *after - *before : Column::missing_real);
            }
        }
        table.add(name, Column(std::move(values)));
        table.add(name + "_change", Column(std::move(changes)));
    }

    const KnockoutQuestion& question_;
    std::span<const RemovalEffect> effects_;
};

}  // namespace

Table removals_table(const CarriedFunctions& carried, const KnockoutQuestion& question,
                     std::span<const RemovalEffect> effects) {
    TableRows rows(ListColumn{"removed"}, IntegerColumn{"lost"}, IntegerColumn{"lost_upper"}, IntegerColumn{"synergy"},
                   IntegerColumn{"synergy_upper"}, ListColumn{"lost_functions"}, ListColumn{"possibly_lost"},
                   RealColumn{"coverage_lost"}, RealColumn{"coverage_lost_upper"}, IntegerColumn{"components"},
                   IntegerColumn{"components_change"});
    std::vector<double> bridges;
    for (const RemovalEffect& effect : effects) {
        rows.add(removed_names(carried, effect), effect.lost.lower, effect.lost.upper, effect.together.lower,
                 effect.together.upper, lost_names(carried, effect, true, std::nullopt),
                 lost_names(carried, effect, false, std::nullopt), effect.coverage_lost.lower,
                 effect.coverage_lost.upper, effect.components,
                 static_cast<std::int64_t>(effect.components) - static_cast<std::int64_t>(effects.front().components));
        bridges.push_back(effect.bridges_lost);
    }
    Table table = rows.table();
    if (question.blocs != nullptr) table.add("bridges_lost", Column(std::move(bridges)));
    return table;
}

Table removals_by_state_table(const CarriedFunctions& carried, const KnockoutQuestion& question,
                              std::span<const RemovalEffect> effects) {
    TableRows rows(ListColumn{"removed"}, TextColumn{"state"}, IntegerColumn{"lost"}, IntegerColumn{"lost_upper"},
                   IntegerColumn{"synergy"}, ListColumn{"lost_functions"}, ListColumn{"possibly_lost"},
                   RealColumn{"coverage_lost"}, RealColumn{"coverage_lost_upper"});
    for (const RemovalEffect& effect : effects) {
        for (std::size_t at = 0; at < question.states.size(); ++at) {
            const std::uint32_t state = question.states[at];
            const StateLoss& loss = effect.states[at];
            rows.add(removed_names(carried, effect), carried.states[state], loss.lost.lower, loss.lost.upper,
                     lost_together(effect, state), lost_names(carried, effect, true, state),
                     lost_names(carried, effect, false, state), loss.coverage_lost.lower, loss.coverage_lost.upper);
        }
    }
    Table table = rows.table();
    if (question.blocs != nullptr) BalanceColumns(question, effects).add_to(table);
    return table;
}

}  // namespace tarazy
