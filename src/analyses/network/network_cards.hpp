#pragma once

#include "network/affiliations/regime.hpp"
#include "report/chapter.hpp"
#include "table/table.hpp"

namespace tarazy {

struct FunctionNetworks;
struct FunctionRecord;

// A card a network says what was computed on: nodes, ties, boundary, period, what is missing and how rival sources are
// read, whence the data come (after the network cards of Bagrow & Ahn 2022).

/// `year,states,institutions,ties,unknown,density,without_memberships`: ties are known memberships, `unknown` the pairs
/// of which nobody knows, the density is of those that are known; last the institutions of the table of functions that
/// are not in the network.
[[nodiscard]] Table function_cards(const FunctionNetworks& networks, const FunctionRecord& record);

/// `year,states,institutions,ties,unknown,density,not_yet_states` of the last year of a regime: last the states of the
/// data that do not exist in the year. Without rows when the regime has no state.
[[nodiscard]] Table regime_card(const Regime& regime, int year);

/// The table `cards` of an analysis with what holds for all its networks: what nodes, ties and the boundary are
/// (message `card.<method>`), what counts as a tie, how rival sources are read, and the sources. Nothing without such a
/// table.
[[nodiscard]] Html network_cards(const ReportContext& context, const AnalysisResult& analysis);

}  // namespace tarazy
