-- The tables of the sqlite export. Everything that an exercise has several of stands in a table of its own, in order.
CREATE TABLE exercises (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    difficulty TEXT,
    exercise_type TEXT,
    bilateral INTEGER CHECK (bilateral IN (0, 1)),
    mechanic TEXT,
    force TEXT,
    video TEXT,
    language TEXT,
    license TEXT,
    source_file TEXT,
    source_url TEXT,
    source_sha256 TEXT,
    source_profile TEXT,
    source_retrieved TEXT,
    source_digest TEXT
);
CREATE TABLE muscles (name TEXT PRIMARY KEY, body_part TEXT);
CREATE TABLE equipment (name TEXT PRIMARY KEY);
CREATE TABLE body_parts (name TEXT PRIMARY KEY);
CREATE TABLE exercise_muscles (
    exercise_id TEXT NOT NULL REFERENCES exercises(id),
    role TEXT NOT NULL CHECK (role IN ('target', 'secondary', 'stabilizer')),
    position INTEGER NOT NULL,
    muscle TEXT NOT NULL REFERENCES muscles(name),
    PRIMARY KEY (exercise_id, role, position)
);
CREATE TABLE exercise_equipment (
    exercise_id TEXT NOT NULL REFERENCES exercises(id),
    position INTEGER NOT NULL,
    equipment TEXT NOT NULL REFERENCES equipment(name),
    PRIMARY KEY (exercise_id, position)
);
CREATE TABLE exercise_body_parts (
    exercise_id TEXT NOT NULL REFERENCES exercises(id),
    position INTEGER NOT NULL,
    body_part TEXT NOT NULL REFERENCES body_parts(name),
    PRIMARY KEY (exercise_id, position)
);
CREATE TABLE steps (
    exercise_id TEXT NOT NULL REFERENCES exercises(id), position INTEGER NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (exercise_id, position)
);
CREATE TABLE aliases (
    exercise_id TEXT NOT NULL REFERENCES exercises(id), position INTEGER NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (exercise_id, position)
);
CREATE TABLE variations (
    exercise_id TEXT NOT NULL REFERENCES exercises(id), position INTEGER NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (exercise_id, position)
);
CREATE TABLE images (
    exercise_id TEXT NOT NULL REFERENCES exercises(id), position INTEGER NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (exercise_id, position)
);
CREATE TABLE benefits (
    exercise_id TEXT NOT NULL REFERENCES exercises(id), position INTEGER NOT NULL,
    title TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (exercise_id, position)
);
CREATE TABLE safety_tips (
    exercise_id TEXT NOT NULL REFERENCES exercises(id), position INTEGER NOT NULL,
    title TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (exercise_id, position)
);
CREATE TABLE tracking (
    exercise_id TEXT NOT NULL REFERENCES exercises(id), position INTEGER NOT NULL,
    title TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (exercise_id, position)
);
CREATE TABLE extra (
    exercise_id TEXT NOT NULL REFERENCES exercises(id), position INTEGER NOT NULL,
    title TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (exercise_id, position)
);
CREATE INDEX exercise_muscles_by_muscle ON exercise_muscles (muscle, role);
CREATE INDEX exercise_equipment_by_equipment ON exercise_equipment (equipment);
CREATE INDEX exercise_body_parts_by_body_part ON exercise_body_parts (body_part);
CREATE VIRTUAL TABLE exercises_fts USING fts5 (name, aliases, description, steps, tokenize = 'porter unicode61');
CREATE VIEW exercise_cards AS
SELECT e.id, e.name, e.difficulty, e.exercise_type, e.bilateral,
    (SELECT group_concat(muscle, ', ') FROM (SELECT muscle FROM exercise_muscles
        WHERE exercise_id = e.id AND role = 'target' ORDER BY position)) AS target_muscles,
    (SELECT group_concat(muscle, ', ') FROM (SELECT muscle FROM exercise_muscles
        WHERE exercise_id = e.id AND role = 'secondary' ORDER BY position)) AS secondary_muscles,
    (SELECT group_concat(equipment, ', ') FROM (SELECT equipment FROM exercise_equipment
        WHERE exercise_id = e.id ORDER BY position)) AS equipment,
    (SELECT count(*) FROM steps WHERE exercise_id = e.id) AS steps
FROM exercises e ORDER BY e.position;
CREATE VIEW coverage AS
SELECT m.muscle, q.equipment, count(DISTINCT m.exercise_id) AS exercises
FROM exercise_muscles m JOIN exercise_equipment q USING (exercise_id)
WHERE m.role = 'target' GROUP BY m.muscle, q.equipment;
