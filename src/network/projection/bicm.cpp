#include "network/projection/bicm.hpp"

#include "base/error.hpp"
#include "network/projection/bicm_block.hpp"
#include "network/projection/free_blocks.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// What the block of one class has to fit, and where its rows and columns stand among the classes.
struct BlockPlaces {
    std::vector<std::size_t> actors, institutions;
};

std::vector<BlockPlaces> block_places(const MarginClasses& classes, const FreeBlocks& blocks) {
    std::vector<BlockPlaces> places(blocks.blocks);
    for (std::size_t a = 0; a < classes.actor_classes(); ++a) {
        if (const auto block = blocks.row_block[classes.first_actor[a]]; block != FreeBlocks::none)
            places[block].actors.push_back(a);
    }
    for (std::size_t e = 0; e < classes.institution_classes(); ++e) {
        if (const auto block = blocks.column_block[classes.first_institution[e]]; block != FreeBlocks::none)
            places[block].institutions.push_back(e);
    }
    return places;
}

/// Ties of a row within its block: the margin that is left when the decided cells are taken off.
double free_margin(const BitMatrix& ties, std::size_t row, const std::vector<std::uint32_t>& block_of,
                   std::uint32_t block) {
    std::size_t count = 0;
    for (std::size_t column = 0; column < ties.columns(); ++column)
        count += ties(row, column) && block_of[column] == block ? 1 : 0;
    return static_cast<double>(count);
}

BicmBlock block_margins(const BitMatrix& ties, const BitMatrix& turned, const BitMatrix& cannot_join,
                        const MarginClasses& classes, const FreeBlocks& blocks, const BlockPlaces& places,
                        std::uint32_t number) {
    BicmBlock block;
    for (const std::size_t a : places.actors) {
        block.row_count.push_back(classes.actor_count[a]);
        block.row_margin.push_back(free_margin(ties, classes.first_actor[a], blocks.column_block, number));
    }
    for (const std::size_t e : places.institutions) {
        block.column_count.push_back(classes.institution_count[e]);
        block.column_margin.push_back(free_margin(turned, classes.first_institution[e], blocks.row_block, number));
    }
    for (const std::size_t a : places.actors) {
        for (const std::size_t e : places.institutions)
            block.open.push_back(cannot_join.rows() == 0 ||
                                 !cannot_join(classes.first_actor[a], classes.first_institution[e]));
    }
    return block;
}

/// Every cell as observed where the margins decide it.
void fill_decided(const BitMatrix& ties, const BitMatrix& cannot_join, const FreeBlocks& blocks, Bicm& model) {
    const MarginClasses& classes = model.classes;
    for (std::size_t a = 0; a < classes.actor_classes(); ++a) {
        for (std::size_t e = 0; e < classes.institution_classes(); ++e) {
            const std::size_t row = classes.first_actor[a], column = classes.first_institution[e];
            const bool tie = ties(row, column);
            const bool closed = cannot_join.rows() > 0 && cannot_join(row, column);
            model.probability.push_back(tie ? 1 : 0);
            model.complement.push_back(tie ? 0 : 1);
            if (!closed && !blocks.free(row, column))
                model.decided_cells += std::size_t{classes.actor_count[a]} * classes.institution_count[e];
        }
    }
}

}  // namespace

Bicm bicm(const BitMatrix& ties, const BitMatrix& cannot_join, const Work& work) {
    work.check();
    Bicm model;
    model.classes = margin_classes(ties, cannot_join);
    const FreeBlocks blocks = free_blocks(ties, cannot_join);
    const BitMatrix turned = transposed(ties);
    fill_decided(ties, cannot_join, blocks, model);
    const std::vector<BlockPlaces> all = block_places(model.classes, blocks);
    for (std::uint32_t number = 0; number < all.size(); ++number) {
        const BlockPlaces& places = all[number];
        const BicmBlock block = block_margins(ties, turned, cannot_join, model.classes, blocks, places, number);
        const BicmFit fit = fit_bicm_block(block, work);
        model.margin_error = std::max(model.margin_error, fit.margin_error);
        model.steps += fit.steps;
        const std::size_t width = places.institutions.size();
        for (std::size_t a = 0; a < places.actors.size(); ++a) {
            for (std::size_t e = 0; e < width; ++e) {
                const std::size_t cell =
                    places.actors[a] * model.classes.institution_classes() + places.institutions[e];
                model.probability[cell] = fit.probability[a * width + e];
                model.complement[cell] = fit.complement[a * width + e];
            }
        }
    }
    return model;
}

}  // namespace tarazy
