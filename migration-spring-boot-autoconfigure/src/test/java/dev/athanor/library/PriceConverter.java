package dev.athanor.library;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Created by Spring: there is no constructor without arguments. */
@Converter(autoApply = true)
public class PriceConverter implements AttributeConverter<Price, Integer> {

    private final Rounding rounding;

    public PriceConverter(Rounding rounding) {
        this.rounding = rounding;
    }

    @Override
    public Integer convertToDatabaseColumn(Price price) {
        return price == null ? null : rounding.round(price.cents());
    }

    @Override
    public Price convertToEntityAttribute(Integer cents) {
        return cents == null ? null : new Price(cents);
    }
}
