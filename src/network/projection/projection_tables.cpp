#include "network/projection/projection_tables.hpp"

#include "table/table_rows.hpp"

#include <cmath>

namespace tarazy {
namespace {

/// One end of each pair; a column holds each text once, in order of appearance.
Column end_cells(const std::vector<std::string>& names, const std::vector<PairProjection>& pairs,
                 std::uint32_t PairProjection::*end) {
    std::vector<std::int32_t> code(names.size(), -1);
    TextCells cells;
    cells.codes.reserve(pairs.size());
    for (const PairProjection& pair : pairs) {
        const std::uint32_t place = pair.*end;
        if (code[place] < 0) {
            code[place] = static_cast<std::int32_t>(cells.levels.size());
            cells.levels.push_back(names[place]);
        }
        cells.codes.push_back(code[place]);
    }
    return Column(std::move(cells));
}

template <typename Value>
Column real_cells(const std::vector<PairProjection>& pairs, Value value) {
    std::vector<double> cells;
    cells.reserve(pairs.size());
    for (const PairProjection& pair : pairs) cells.push_back(pair.*value);
    return Column(std::move(cells));
}

template <typename Value>
Column whole_cells(const std::vector<PairProjection>& pairs, Value value) {
    std::vector<std::int64_t> cells;
    cells.reserve(pairs.size());
    for (const PairProjection& pair : pairs) cells.push_back(pair.*value);
    return Column(std::move(cells));
}

}  // namespace

Table pairs_table(const TwoModeNetwork& network, const Projection& projected) {
    const std::vector<PairProjection>& pairs = projected.pairs;
    Table table;
    table.add("a", end_cells(network.actors, pairs, &PairProjection::a));
    table.add("b", end_cells(network.actors, pairs, &PairProjection::b));
    table.add("count", whole_cells(pairs, &PairProjection::count));
    table.add("newman", real_cells(pairs, &PairProjection::newman));
    table.add("jaccard", real_cells(pairs, &PairProjection::jaccard));
    table.add("hyper_lower", real_cells(pairs, &PairProjection::hyper_lower));
    table.add("hyper_upper", real_cells(pairs, &PairProjection::hyper_upper));
    table.add("sdsm_lower", real_cells(pairs, &PairProjection::sdsm_lower));
    table.add("sdsm_upper", real_cells(pairs, &PairProjection::sdsm_upper));
    table.add("sdsm_mid", real_cells(pairs, &PairProjection::sdsm_mid));
    table.add("sdsm_expected", real_cells(pairs, &PairProjection::sdsm_expected));
    table.add("p", real_cells(pairs, &PairProjection::p));
    table.add("p_adjusted", real_cells(pairs, &PairProjection::p_adjusted));
    table.add("backbone", whole_cells(pairs, &PairProjection::backbone));
    return table;
}

Table backbone_table(const TwoModeNetwork& network, const Projection& projected) {
    TableRows rows(TextColumn{"from"}, TextColumn{"to"}, IntegerColumn{"sign"}, RealColumn{"weight"});
    for (const PairProjection& pair : projected.pairs) {
        if (pair.backbone == 0) continue;
        rows.add(network.actors[pair.a], network.actors[pair.b], pair.backbone,
                 std::abs(pair.count - pair.sdsm_expected));
    }
    return rows.table();
}

Table bicm_table(const TwoModeNetwork& network, const Bicm& model) {
    TableRows rows(TextColumn{"actor"}, TextColumn{"institution"}, IntegerColumn{"tie"}, RealColumn{"probability"});
    for (std::size_t actor = 0; actor < network.actors.size(); ++actor) {
        for (std::size_t institution = 0; institution < network.institutions.size(); ++institution)
            rows.add(network.actors[actor], network.institutions[institution], network.ties(actor, institution),
                     model(actor, institution));
    }
    return rows.table();
}

}  // namespace tarazy
