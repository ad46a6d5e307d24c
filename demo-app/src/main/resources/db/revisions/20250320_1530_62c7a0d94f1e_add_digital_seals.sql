-- add digital seals
--
-- Revision ID: 62c7a0d94f1e
-- Revises: 0c8e71f5b2d9
-- Branch Labels: seals
-- Create Date: 2025-03-20T15:30:00Z

-- @upgrade
CREATE TABLE digital_seals (
    id          uuid PRIMARY KEY,
    user_id     uuid           NOT NULL,
    fingerprint varchar(64)    NOT NULL,
    issuer      varchar(200)   NOT NULL,
    valid_from  date           NOT NULL,
    valid_until date           NOT NULL,
    revoked_at  timestamptz(6),
    created_at  timestamptz(6) NOT NULL,
    CONSTRAINT uk_digital_seals_fingerprint UNIQUE (fingerprint),
    CONSTRAINT fk_digital_seals_user FOREIGN KEY (user_id) REFERENCES users,
    CONSTRAINT ck_digital_seals_validity CHECK (valid_until > valid_from)
);
CREATE INDEX ix_digital_seals_user_valid ON digital_seals (user_id, valid_until);

-- @downgrade
DROP TABLE digital_seals;
